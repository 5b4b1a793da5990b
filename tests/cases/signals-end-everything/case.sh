# The first SIGINT or SIGTERM ends the program, with 130 or 143, whatever it does: wait for standard input, lint, fix, ask a server.
needs node
begin() { env --default-signal=INT tasklint "$@" >.out 2>.err & program=$!; }
end() {
  ran="$1 while $2"
  kill -"$1" $program
  [ "${3:-}" = twice ] && kill -"$1" $program 2>/dev/null
  wait $program
  status=$?
  exits $([ "$1" = INT ] && echo 130 || echo 143)
  ! grep -qE '^ +at |Unhandled|internal error' .err || unmet 'no stack trace'
  must test "$(wc -l <.err)" = 1
}
node -e 'let t = "tasks:\n"; for (let i = 0; i < 120000; i++) t += `  - { name: "t${i}", type: code_evaluation, project: p, sampling_rate: 25, evaluators: [{ evaluator: e }] }\n`; process.stdout.write(t)' > many.yaml
busy() { until [ "$(awk '/^rchar/ { print $2 }' /proc/$program/io)" -gt 4000000 ]; do :; done; }
mkfifo pipe
for signal in INT TERM; do
  for words in 'lint -' 'check --live - small.yaml'; do
    printf 'name: A\npartial: true\n' > small.yaml
    env --default-signal=INT tasklint $words <pipe >.out 2>.err & program=$!
    exec 3>pipe
    # More than a pipe holds: it is being read.
    head -c 200000 /dev/zero | tr '\0' ' ' >&3
    end $signal "reading standard input ($words)"
    exec 3>&-
  done
  begin lint --format json many.yaml
  busy
  end $signal 'linting' twice
  must node -e 'if (JSON.parse(require("fs").readFileSync(".out", "utf8")).complete) process.exit(1)'
  cp many.yaml fixed.yaml
  begin lint --fix fixed.yaml
  busy
  end $signal 'fixing'
  must cmp -s many.yaml fixed.yaml
  must test -z "$(find . -name '.tasklint*')"
  begin lint --format json -o report.json many.yaml
  busy
  end $signal 'linting for a file'
  must node -e 'JSON.parse(require("fs").readFileSync("report.json", "utf8"))'
done

cat > server.js <<'J'
const fs = require('fs');
const server = require('http').createServer(() => fs.writeFileSync('asked', 'asked\n'));
server.listen(0, '127.0.0.1', () => fs.writeFileSync('address', `http://127.0.0.1:${server.address().port}\n`));
J
mkfifo address asked
node server.js & server=$!
trap 'kill $server' EXIT
read -r address <address
export ARIZE_API_KEY=ak-key-of-nobody
for signal in INT TERM; do
  begin check --api-url "$address" small.yaml
  read -r word <asked
  end $signal 'waiting for an answer'
done

# A reader that does not read keeps nobody alive.
mkfifo stuck
env --default-signal=INT tasklint lint many.yaml >stuck 2>.err & program=$!
exec 3<stuck
read -r word <&3
end TERM 'writing to a pipe that nobody reads'
