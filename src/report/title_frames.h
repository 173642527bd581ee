// title_frames.h: what a question asks about something, and what of it.
#pragma once

#include "report/phrase.h"

namespace te::report {

/// "How do you prevent overfitting" as "preventing overfitting", "the difference between A and B" as "A vs. B". The
/// question as it is where no frame fits.
Phrase unframed(const Phrase& question);

}  // namespace te::report
