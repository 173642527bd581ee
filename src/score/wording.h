// wording.h: how far an answer uses the words of its question.
//
// Is:      three signs of relevance that need no knowledge of the field, each 0..1.
// Is not:  credit. The question's own words prove no knowledge; they tell which question is answered.
#pragma once

#include "score/answer.h"

namespace te::score {

/// Likeness of the telling words of both sides, rare ones first (cosine of tf-idf vectors; 1 from kAlike on).
double wording(const Answer& answer);
/// Share of the question's neighbouring words that stand together in the answer, too (1 from half of them on).
double phrasing(const Answer& answer);
/// How much of the question's wording, framing words included, the first sentences take up.
double opening(const Answer& answer);

}  // namespace te::score
