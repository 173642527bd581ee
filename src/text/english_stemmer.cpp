// Snowball's interface over its English stemmer alone.
//
// Why: libstemmer carries the tables of nearly thirty languages, whose 10,000 pointers the dynamic linker corrects at every start.
//      Where the linker finds these functions first, it takes none of them. Only for the static library, whose inner names can
//      be linked; the shared one corrects its own pages.
#include <memory>

#include <libstemmer.h>

extern "C" {

/// The first members, as they have been in each version of Snowball's runtime.
struct SN_env {
  sb_symbol* text;
  int cursor;
  int limit;  ///< length of the text
};
SN_env* english_UTF_8_create_env();
void english_UTF_8_close_env(SN_env* env);
int english_UTF_8_stem(SN_env* env);
int SN_set_current(SN_env* env, int size, const sb_symbol* text);

struct sb_stemmer {
  std::unique_ptr<SN_env, decltype(&english_UTF_8_close_env)> env{english_UTF_8_create_env(), english_UTF_8_close_env};
};

sb_stemmer* sb_stemmer_new(const char* /*algorithm*/, const char* /*encoding*/) { return new sb_stemmer; }
void sb_stemmer_delete(sb_stemmer* stemmer) { delete stemmer; }

const sb_symbol* sb_stemmer_stem(sb_stemmer* stemmer, const sb_symbol* word, int size) {
  SN_set_current(stemmer->env.get(), size, word);
  english_UTF_8_stem(stemmer->env.get());
  return stemmer->env->text;
}

int sb_stemmer_length(sb_stemmer* stemmer) { return stemmer->env->limit; }

}  // extern "C"
