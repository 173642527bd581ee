# Everything comes from the system's packages (see scripts/install-packages); nothing is downloaded.
find_package(PkgConfig REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(spdlog 1.10 REQUIRED)
find_package(TBB REQUIRED)
find_package(tl-expected REQUIRED)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(nettle REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)

# Snowball has neither a CMake nor a pkg-config file.
find_library(TE_STEMMER_LIBRARY stemmer REQUIRED)
find_path(TE_STEMMER_INCLUDE libstemmer.h REQUIRED)
add_library(te_stemmer INTERFACE)
target_link_libraries(te_stemmer INTERFACE ${TE_STEMMER_LIBRARY})
target_include_directories(te_stemmer INTERFACE ${TE_STEMMER_INCLUDE})
