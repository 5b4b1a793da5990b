# Installs tasklint from a release, without .NET: the archive of this machine, checked by its SHA-256. For sh. src/ci/gitlab.yml, src/ci/azure.yml
# and action.yml have a copy of this script, which a test compares.
#
# TASKLINT_RELEASES  the address of the releases; the files of a version are below /download/vVERSION
# TASKLINT_VERSION   the version, with or without a v
# TASKLINT_SHA256    the SHA-256 of the release's SHA256SUMS, which lists all its files; empty to take the list as it is fetched
# TASKLINT_CSHARP    true to install what reads declarations in C# as well, which needs .NET on the machine
# TASKLINT_CACHE     the folder that archives are kept in; what is found there is checked as well
# TASKLINT_TO        the folder that is unpacked into; afterwards tasklint_folder is the one of the program
tasklint_fail() { echo "tasklint is not installed: $1" >&2; exit 2; }
tasklint_has() { command -v "$1" >/dev/null 2>&1; }
if [ -z "${TASKLINT_RELEASES:-}" ]; then tasklint_fail "set the input 'releases' to the address of the releases of Arize.TaskLint"; fi
if [ -z "${TASKLINT_VERSION:-}" ]; then tasklint_fail "set the input 'version' to the version to install, such as 0.1.0"; fi
TASKLINT_VERSION=${TASKLINT_VERSION#v}
case "$TASKLINT_VERSION" in
  *[!0-9A-Za-z.-]* | *..* | *[.-]) tasklint_fail "'$TASKLINT_VERSION' is not a version such as 0.1.0" ;;
  [0-9]*.[0-9]*.[0-9]*) ;;
  *) tasklint_fail "'$TASKLINT_VERSION' is not a version such as 0.1.0" ;;
esac
if [ -z "${TASKLINT_CACHE:-}" ]; then tasklint_fail "TASKLINT_CACHE names no folder to keep archives in"; fi
if [ -z "${TASKLINT_TO:-}" ]; then tasklint_fail "TASKLINT_TO names no folder to unpack into"; fi
case "$TASKLINT_TO" in /* | [A-Za-z]:*) ;; *) TASKLINT_TO=$PWD/$TASKLINT_TO ;; esac
case "$TASKLINT_CACHE" in /* | [A-Za-z]:*) ;; *) TASKLINT_CACHE=$PWD/$TASKLINT_CACHE ;; esac
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64)
    # Where glibc is older than 2.34, or another C library is there, the static program runs.
    tasklint_platform=linux-musl-x64
    tasklint_glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/^glibc 2\.//') || tasklint_glibc=
    case "$tasklint_glibc" in '' | *[!0-9]*) ;; *) if [ "$tasklint_glibc" -ge 34 ]; then tasklint_platform=linux-x64; fi ;; esac ;;
  Linux-aarch64) tasklint_platform=linux-arm64 ;;
  Darwin-arm64) tasklint_platform=osx-arm64 ;;
  Darwin-x86_64) tasklint_platform=osx-x64 ;;
  MINGW*-x86_64 | MSYS*-x86_64) tasklint_platform=win-x64 ;;
  MINGW*-aarch64 | MSYS*-aarch64 | MINGW*-ARM64 | MSYS*-ARM64) tasklint_platform=win-arm64 ;;
  *) tasklint_fail "there is no program for $(uname -s) $(uname -m); use the .NET tool Arize.TaskLint.Cli" ;;
esac
if ! tasklint_has curl && ! tasklint_has wget; then tasklint_fail "neither curl nor wget is there, which fetch it"; fi
if tasklint_has sha256sum; then tasklint_sum() { sha256sum "$1" | cut -d ' ' -f 1; }
elif tasklint_has shasum; then tasklint_sum() { shasum -a 256 "$1" | cut -d ' ' -f 1; }
elif tasklint_has openssl; then tasklint_sum() { openssl dgst -sha256 -r "$1" | cut -d ' ' -f 1; }
else tasklint_fail "none of sha256sum, shasum and openssl is there, which check what is fetched"; fi
tasklint_archive=tasklint-$tasklint_platform.tar.gz
case "$tasklint_platform" in win-*) tasklint_archive=tasklint-$tasklint_platform.zip ;; esac
tasklint_from=$TASKLINT_RELEASES/download/v$TASKLINT_VERSION
tasklint_kept=$TASKLINT_CACHE/$TASKLINT_VERSION
mkdir -p "$tasklint_kept" "$TASKLINT_TO" || tasklint_fail "the folders '$TASKLINT_CACHE' and '$TASKLINT_TO' cannot be made"
# What is fetched comes into the cache when it is whole and checked.
tasklint_part=$TASKLINT_TO/tasklint.part
tasklint_get() {
  rm -f "$tasklint_part"
  if tasklint_has curl; then curl --fail --silent --show-error --location --retry 3 --output "$tasklint_part" "$1"; else wget -q -O "$tasklint_part" "$1"; fi ||
    { rm -f "$tasklint_part"; tasklint_fail "$1 cannot be fetched"; }
}
tasklint_get "$tasklint_from/SHA256SUMS"
TASKLINT_SHA256=$(printf '%s' "${TASKLINT_SHA256:-}" | tr 'A-F' 'a-f' | tr -d '[:space:]')
if [ -n "$TASKLINT_SHA256" ] && [ "$(tasklint_sum "$tasklint_part")" != "$TASKLINT_SHA256" ]; then
  rm -f "$tasklint_part"
  tasklint_fail "the SHA-256 of SHA256SUMS of version $TASKLINT_VERSION is not $TASKLINT_SHA256"
fi
mv -f "$tasklint_part" "$tasklint_kept/SHA256SUMS"
# A file that is kept and still that of the list is not fetched again.
tasklint_file() {
  tasklint_expected=$(sed -n "s/^\([0-9a-f]\{64\}\)  $1\$/\1/p" "$tasklint_kept/SHA256SUMS")
  if [ -z "$tasklint_expected" ]; then tasklint_fail "version $TASKLINT_VERSION has no $1"; fi
  if [ -f "$tasklint_kept/$1" ] && [ "$(tasklint_sum "$tasklint_kept/$1")" = "$tasklint_expected" ]; then return; fi
  rm -rf "${tasklint_kept:?}/$1"
  tasklint_get "$tasklint_from/$1"
  if [ "$(tasklint_sum "$tasklint_part")" != "$tasklint_expected" ]; then
    rm -f "$tasklint_part"
    tasklint_fail "the SHA-256 of $1 is not the one of SHA256SUMS, $tasklint_expected"
  fi
  mv -f "$tasklint_part" "$tasklint_kept/$1"
}
tasklint_file "$tasklint_archive"
# Nothing of another version stays beside the program.
tasklint_folder=$TASKLINT_TO/tasklint-$tasklint_platform
rm -rf "$tasklint_folder"
case "$tasklint_archive" in
  *.zip) unzip -q -o "$tasklint_kept/$tasklint_archive" -d "$TASKLINT_TO" ;;
  *) tar -xzf "$tasklint_kept/$tasklint_archive" -C "$TASKLINT_TO" ;;
esac || tasklint_fail "$tasklint_archive cannot be unpacked"
if [ "${TASKLINT_CSHARP:-}" = true ]; then
  tasklint_file tasklint-csharp-host.tar.gz
  tar -xzf "$tasklint_kept/tasklint-csharp-host.tar.gz" -C "$tasklint_folder" || tasklint_fail "tasklint-csharp-host.tar.gz cannot be unpacked"
fi
"$tasklint_folder/tasklint" --version || tasklint_fail "'$tasklint_folder/tasklint' does not start"
