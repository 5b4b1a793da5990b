# What a case says. Each expectation ends the case where it is not met, and shows what came instead.

# run ARGUMENT…: runs tasklint, keeps its exit code, standard output and standard error.
run() {
  ran="tasklint $*"
  timeout -k 5 "${limit:-30}" tasklint "$@" >.out 2>.err
  status=$?
}

# Keeps the results of another command line, as run does.
run_shell() {
  ran=$1
  timeout -k 5 "${limit:-30}" bash -c "$1" >.out 2>.err
  status=$?
}

unmet() {
  echo "$ran: $1"
  echo "exit $status; standard output:"
  head -c 2000 .out 2>/dev/null | cat -v
  echo "standard error:"
  head -c 2000 .err 2>/dev/null | cat -v
  exit 1
}

exits() { [ "$status" = "$1" ] || unmet "should exit with $1"; }
prints() { grep -qF -- "$1" .out || unmet "standard output should have: $1"; }
says() { grep -qF -- "$1" .err || unmet "standard error should have: $1"; }
never() { ! grep -qF -- "$1" .out .err || unmet "nothing should have: $1"; }
prints_times() { [ "$(grep -cF -- "$2" .out)" = "$1" ] || unmet "standard output should have $1 lines with: $2"; }
prints_nothing() { [ ! -s .out ] || unmet "standard output should be empty"; }
# No output of a failure inside the program: a stack trace, an abort.
no_crash() { ! grep -qE '^ +at |Unhandled exception|internal error' .out .err && [ "$status" -lt 124 ] || unmet "should not crash or hang"; }
must() { "$@" || unmet "should hold: $*"; }
needs() { command -v "$1" >/dev/null || { echo "needs $1"; exit 77; }; }
needs_root() { [ "$(id -u)" = 0 ] || { echo 'needs root'; exit 77; }; }
