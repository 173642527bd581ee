// gate_kinds.h: what can close a gate of a rubric.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace te {

enum class GateKind : std::uint8_t { kNonAnswer, kDisclaimer, kOffTopic, kEcho, kIncoherent, kRepetition, kEmptyTalk, kThinInField, kThin, kInjection, kMisconception };

/// As rubrics name them, in the order of the kinds.
inline constexpr std::array<std::string_view, 11> kGateKinds = {"non_answer", "disclaimer", "off_topic", "echo", "incoherent", "repetition", "empty_talk", "thin_in_field", "thin", "injection", "misconception"};

}  // namespace te
