// introductions.h: names that an interviewer says in the first turns.
//
// Why: patterns over letters take longer to compile than all opening turns take to be read.
#pragma once

#include <string_view>

namespace te::structure {

/// "Contoso Bank" of "the role here at Contoso Bank, which ..."; empty when no company is named so.
std::string_view company_of_position(std::string_view said);
/// "Contoso" of "welcome to Contoso", "on behalf of Contoso"; empty when there is no such.
std::string_view company_welcomed_to(std::string_view said);
/// "Maria" of "Hello, Maria!"; empty when nobody is greeted by one name.
std::string_view greeted_by_name(std::string_view said);

}  // namespace te::structure
