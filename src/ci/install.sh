# Installs tasklint from a release, without .NET: the archive of this machine, checked by its SHA-256. For sh. src/ci/gitlab.yml, src/ci/azure.yml
# and action.yml have a copy of this script, which a test compares.
#
# TASKLINT_RELEASES  the address of the releases; the files of a version are below /download/vVERSION
# TASKLINT_VERSION   the version, with or without a v
# TASKLINT_SHA256    the SHA-256 of the release's SHA256SUMS, which lists all its files; empty to take the list as it is fetched
# TASKLINT_CSHARP    true to install what reads declarations in C# as well, which needs .NET on the machine; false or empty for the program alone
# TASKLINT_CACHE     the folder that archives are kept in; what is found there is checked as well, and is enough with TASKLINT_SHA256
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
case "${TASKLINT_CSHARP:-}" in
  [Tt][Rr][Uu][Ee]) tasklint_csharp=true ;;
  [Ff][Aa][Ll][Ss][Ee] | '') tasklint_csharp=false ;;
  *) tasklint_fail "the input 'csharp' is '$TASKLINT_CSHARP', and can be true or false" ;;
esac
if [ -z "${TASKLINT_CACHE:-}" ]; then tasklint_fail "TASKLINT_CACHE names no folder to keep archives in"; fi
if [ -z "${TASKLINT_TO:-}" ]; then tasklint_fail "TASKLINT_TO names no folder to unpack into"; fi
case "$TASKLINT_TO" in /* | [A-Za-z]:*) ;; *) TASKLINT_TO=$PWD/$TASKLINT_TO ;; esac
case "$TASKLINT_CACHE" in /* | [A-Za-z]:*) ;; *) TASKLINT_CACHE=$PWD/$TASKLINT_CACHE ;; esac
tasklint_why=
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64)
    # Where glibc is older than 2.34, or another C library is there, the static program runs.
    tasklint_platform=linux-musl-x64
    tasklint_glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/^glibc 2\.//') || tasklint_glibc=
    case "$tasklint_glibc" in
      '' | *[!0-9]*) tasklint_why="; it is the program for this machine, since 'getconf GNU_LIBC_VERSION' names no glibc" ;;
      *)
        if [ "$tasklint_glibc" -ge 34 ]; then tasklint_platform=linux-x64
        else tasklint_why="; it is the program for this machine, since glibc is 2.$tasklint_glibc, and the other program needs 2.34"; fi ;;
    esac ;;
  Linux-aarch64) tasklint_platform=linux-arm64 ;;
  Darwin-arm64) tasklint_platform=osx-arm64 ;;
  Darwin-x86_64) tasklint_platform=osx-x64 ;;
  MINGW*-x86_64 | MSYS*-x86_64) tasklint_platform=win-x64 ;;
  MINGW*-aarch64 | MSYS*-aarch64 | MINGW*-ARM64 | MSYS*-ARM64) tasklint_platform=win-arm64 ;;
  *) tasklint_fail "there is no program for $(uname -s) $(uname -m); use the .NET tool Arize.TaskLint.Cli" ;;
esac
if ! tasklint_has curl && ! tasklint_has wget; then tasklint_fail "neither curl nor wget is there, which fetch it"; fi
# From the standard input: before the sum of a file whose name has a backslash, sha256sum prints another.
if tasklint_has sha256sum; then tasklint_sum() { sha256sum < "$1" | cut -d ' ' -f 1; }
elif tasklint_has shasum; then tasklint_sum() { shasum -a 256 < "$1" | cut -d ' ' -f 1; }
elif tasklint_has openssl; then tasklint_sum() { openssl dgst -sha256 -r < "$1" | cut -d ' ' -f 1; }
else tasklint_fail "none of sha256sum, shasum and openssl is there, which check what is fetched"; fi
tasklint_pin=
if [ -n "${TASKLINT_SHA256:-}" ]; then
  tasklint_pin=$(printf '%s' "$TASKLINT_SHA256" | tr 'A-F' 'a-f' | tr -d '[:space:]') || tasklint_fail "'tr' is not there"
  case "$tasklint_pin" in *[!0-9a-f]*) tasklint_pin= ;; esac
  if [ "${#tasklint_pin}" -ne 64 ]; then tasklint_fail "the input 'sha256' is '$TASKLINT_SHA256', which is no SHA-256 of 64 digits"; fi
fi
tasklint_archive=tasklint-$tasklint_platform.tar.gz
case "$tasklint_platform" in win-*) tasklint_archive=tasklint-$tasklint_platform.zip ;; esac
tasklint_from=$TASKLINT_RELEASES/download/v$TASKLINT_VERSION
tasklint_kept=$TASKLINT_CACHE/$TASKLINT_VERSION
# A link that a checkout or a cache brings would lead elsewhere.
for tasklint_one in "$TASKLINT_CACHE" "$tasklint_kept" "$TASKLINT_TO"; do
  if [ -L "$tasklint_one" ]; then tasklint_fail "'$tasklint_one' is a link, and has to be a folder"; fi
done
mkdir -p "$tasklint_kept" "$TASKLINT_TO" || tasklint_fail "the folders '$TASKLINT_CACHE' and '$TASKLINT_TO' cannot be made"
# What is checked and unpacked is this file, which is fetched, or copied from the cache: the cache itself is never trusted.
tasklint_part=$TASKLINT_TO/tasklint.part
tasklint_drop() { rm -rf "$tasklint_part" "$tasklint_part.said" || tasklint_fail "'$tasklint_part' cannot be deleted"; }
# Without the name and the password that an address may have, and without commands to the platform.
tasklint_show() { printf '%s' "$1" | tr '\000-\037\177' ' ' | sed -e 's|://[^/ ]*@|://|g' -e 's/##/# #/g' -e 's/ *$//'; }
tasklint_get() {
  tasklint_drop
  if tasklint_has curl; then
    curl --fail --silent --show-error --location --connect-timeout 20 --speed-limit 1000 --speed-time 30 --retry 2 --output "$tasklint_part" "$1" 2> "$tasklint_part.said"
  else wget -nv -T 30 -t 3 -O "$tasklint_part" "$1" 2> "$tasklint_part.said"; fi || {
    tasklint_said=$(cat "$tasklint_part.said" 2>/dev/null) || tasklint_said=
    tasklint_drop
    tasklint_fail "$(tasklint_show "$1") cannot be fetched${tasklint_said:+: $(tasklint_show "$tasklint_said")}$2"
  }
  rm -f "$tasklint_part.said"
}
# Whether the file is in the cache as the SHA-256 has it: then a copy is there.
tasklint_find() {
  tasklint_drop
  [ -f "$tasklint_kept/$1" ] && cp "$tasklint_kept/$1" "$tasklint_part" 2>/dev/null && [ "$(tasklint_sum "$tasklint_part")" = "$2" ]
}
# The next time takes it from the cache.
tasklint_keep() {
  if [ -f "$tasklint_kept/$1" ] && [ "$(tasklint_sum "$tasklint_kept/$1")" = "$2" ]; then return 0; fi
  { rm -rf "${tasklint_kept:?}/$1" "$tasklint_kept/$1.part" && cp "$tasklint_part" "$tasklint_kept/$1.part" && mv -f "$tasklint_kept/$1.part" "$tasklint_kept/$1"; } ||
    tasklint_fail "the folder '$tasklint_kept' cannot be written"
}
if [ -z "$tasklint_pin" ] || ! tasklint_find SHA256SUMS "$tasklint_pin"; then
  tasklint_get "$tasklint_from/SHA256SUMS" ""
  tasklint_came=$(tasklint_sum "$tasklint_part") || tasklint_came=
  if [ -n "$tasklint_pin" ] && [ "$tasklint_came" != "$tasklint_pin" ]; then
    tasklint_drop
    tasklint_fail "the SHA-256 of SHA256SUMS of version $TASKLINT_VERSION is not $tasklint_pin, but $tasklint_came"
  fi
  if [ -s "$tasklint_part" ] && ! grep -q '^[0-9A-Fa-f]\{64\} [ *]' "$tasklint_part"; then
    tasklint_drop
    tasklint_fail "the answer of $(tasklint_show "$tasklint_from/SHA256SUMS") is no list of checksums, but another text, such as a page to sign in"
  fi
  tasklint_keep SHA256SUMS "$tasklint_came"
fi
# The list as it was checked; what is in the cache may have changed meanwhile.
tasklint_list=$(tr -d '\000\r' < "$tasklint_part") || tasklint_fail "SHA256SUMS cannot be read"
tasklint_file() {
  tasklint_expected=$(printf '%s\n' "$tasklint_list" | sed -n "s/^\([0-9A-Fa-f]\{64\}\) [ *]$1\$/\1/p" | tr 'A-F' 'a-f') || tasklint_expected=
  if [ -z "$tasklint_expected" ]; then tasklint_drop; tasklint_fail "version $TASKLINT_VERSION has no $1$2"; fi
  # A file that is kept and still that of the list is not fetched again.
  if tasklint_find "$1" "$tasklint_expected"; then return 0; fi
  tasklint_get "$tasklint_from/$1" "$2"
  tasklint_came=$(tasklint_sum "$tasklint_part") || tasklint_came=
  if [ "$tasklint_came" != "$tasklint_expected" ]; then
    tasklint_drop
    tasklint_fail "the SHA-256 of $1 is not the one of SHA256SUMS, $tasklint_expected, but $tasklint_came"
  fi
  tasklint_keep "$1" "$tasklint_expected"
}
tasklint_file "$tasklint_archive" "$tasklint_why"
# Nothing of another version stays beside the program.
tasklint_folder=$TASKLINT_TO/tasklint-$tasklint_platform
rm -rf "$tasklint_folder" || tasklint_fail "'$tasklint_folder' cannot be deleted"
# In the folder: tar takes what is before a colon in the name of an archive, as in D:, for a machine.
case "$tasklint_archive" in
  *.zip) (cd "$TASKLINT_TO" && unzip -q -o tasklint.part) ;;
  *) (cd "$TASKLINT_TO" && tar -xzf tasklint.part) ;;
esac || tasklint_fail "$tasklint_archive cannot be unpacked"
if [ "$tasklint_csharp" = true ]; then
  tasklint_file tasklint-csharp-host.tar.gz ""
  (cd "$tasklint_folder" && tar -xzf ../tasklint.part) || tasklint_fail "tasklint-csharp-host.tar.gz cannot be unpacked"
fi
tasklint_drop
"$tasklint_folder/tasklint" --version || tasklint_fail "'$tasklint_folder/tasklint' does not start"
