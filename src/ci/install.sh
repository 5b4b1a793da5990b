# Installs tasklint from a release, without .NET: the archive of this machine, checked by its SHA-256. For sh. src/ci/gitlab.yml, src/ci/azure.yml
# and action.yml have a copy of this script, which a test compares.
#
# TASKLINT_RELEASES  the address of the releases; the files of a version are below /download/vVERSION
# TASKLINT_VERSION   the version
# TASKLINT_SHA256    the SHA-256 of the release's SHA256SUMS, which lists all its files; empty to take the list as it is fetched
# TASKLINT_CSHARP    true to install what reads declarations in C# as well, which needs .NET on the machine
# TASKLINT_CACHE     the folder that archives are kept in; what is found there is checked as well
# TASKLINT_TO        the folder that is unpacked into; afterwards tasklint_folder is the one of the program
tasklint_fail() { echo "tasklint is not installed: $1" >&2; exit 2; }
if [ -z "$TASKLINT_RELEASES" ]; then tasklint_fail "set the input 'releases' to the address of the releases of Arize.TaskLint"; fi
if [ -z "$TASKLINT_VERSION" ]; then tasklint_fail "set the input 'version' to the version to install, such as 0.1.0"; fi
case "$TASKLINT_VERSION" in *[!0-9A-Za-z.-]*) tasklint_fail "'$TASKLINT_VERSION' is not a version" ;; esac
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
tasklint_archive=tasklint-$tasklint_platform.tar.gz
case "$tasklint_platform" in win-*) tasklint_archive=tasklint-$tasklint_platform.zip ;; esac
tasklint_from=$TASKLINT_RELEASES/download/v$TASKLINT_VERSION
tasklint_kept=$TASKLINT_CACHE/$TASKLINT_VERSION
mkdir -p "$tasklint_kept" "$TASKLINT_TO"
tasklint_get() {
  if command -v curl >/dev/null; then curl --fail --silent --show-error --location --retry 3 --output "$2" "$1"; else wget -q -O "$2" "$1"; fi
}
tasklint_sum() { if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1; }
tasklint_get "$tasklint_from/SHA256SUMS" "$tasklint_kept/SHA256SUMS" || tasklint_fail "$tasklint_from/SHA256SUMS cannot be fetched"
TASKLINT_SHA256=$(printf '%s' "$TASKLINT_SHA256" | tr 'A-F' 'a-f' | tr -d '[:space:]')
if [ -n "$TASKLINT_SHA256" ] && [ "$(tasklint_sum "$tasklint_kept/SHA256SUMS")" != "$TASKLINT_SHA256" ]; then
  tasklint_fail "the SHA-256 of SHA256SUMS of version $TASKLINT_VERSION is not $TASKLINT_SHA256"
fi
# A file that is kept and still that of the list is not fetched again.
tasklint_file() {
  tasklint_expected=$(sed -n "s/^\([0-9a-f]\{64\}\)  $1\$/\1/p" "$tasklint_kept/SHA256SUMS")
  if [ -z "$tasklint_expected" ]; then tasklint_fail "version $TASKLINT_VERSION has no $1"; fi
  if [ -f "$tasklint_kept/$1" ] && [ "$(tasklint_sum "$tasklint_kept/$1")" = "$tasklint_expected" ]; then return; fi
  tasklint_get "$tasklint_from/$1" "$tasklint_kept/$1" || tasklint_fail "$tasklint_from/$1 cannot be fetched"
  if [ "$(tasklint_sum "$tasklint_kept/$1")" != "$tasklint_expected" ]; then
    rm -f "$tasklint_kept/$1"
    tasklint_fail "the SHA-256 of $1 is not the one of SHA256SUMS, $tasklint_expected"
  fi
}
tasklint_file "$tasklint_archive"
case "$tasklint_archive" in
  *.zip) unzip -q -o "$tasklint_kept/$tasklint_archive" -d "$TASKLINT_TO" ;;
  *) tar -xzf "$tasklint_kept/$tasklint_archive" -C "$TASKLINT_TO" ;;
esac || tasklint_fail "$tasklint_archive cannot be unpacked"
tasklint_folder=$TASKLINT_TO/tasklint-$tasklint_platform
if [ "$TASKLINT_CSHARP" = true ]; then
  tasklint_file tasklint-csharp-host.tar.gz
  tar -xzf "$tasklint_kept/tasklint-csharp-host.tar.gz" -C "$tasklint_folder" || tasklint_fail "tasklint-csharp-host.tar.gz cannot be unpacked"
fi
"$tasklint_folder/tasklint" --version
