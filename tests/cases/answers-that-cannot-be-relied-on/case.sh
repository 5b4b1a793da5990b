# Servers whose answers cannot be taken at their word: nothing counts as missing that may be there, no drift is hidden, and neither the key nor a
# password appears.
needs node
mkfifo address
node server.js & server=$!
trap 'kill $server' EXIT
read -r address <address
export ARIZE_API_KEY=ak-Refunds-0123456789
declare_task() { printf 'tasks:\n'; for i in "$@"; do printf '  - %s\n    type: code_evaluation\n    project_id: P1\n    sampling_rate: 0.2\n    is_continuous: true\n    evaluators: [{ evaluator_id: RXZhbHVhdG9yOjc6YUJjRA==, column_mappings: { text: attributes.input.value } }]\n    partial: true\n' "$i"; done; }
declare_task 'name: Refund bot 0' 'name: Refund bot 7' > names.arize.yaml
identified=()
for i in $(seq 0 11); do identified+=("id: $(printf 'OnlineTask:%s:aBcD' "$i" | base64)"); done
declare_task "${identified[@]}" > ids.arize.yaml

# ask WAY FILE EXIT: checks against the server that answers in a way.
ask() {
  limit=60 run check --timeout 2 --api-url "$address/$1" "$2" --format json --output result.json --format text
  ran="$1: $ran"
  exits "$3"
  no_crash
  never Refunds-0123456789
  never refunds-0123456789
  never pass-word
  must node -e 'JSON.parse(require("fs").readFileSync("result.json", "utf8"))'
  ! grep -qiE 'Refunds-0123456789|pass-word' result.json || unmet 'the JSON result should not have the key'
}
number() { must node -e 'const [count, wanted] = process.argv.slice(1); const summary = JSON.parse(require("fs").readFileSync("result.json", "utf8")).summary; if (String(summary[count]) !== wanted) { console.log(summary); process.exit(1); }' "$1" "$2"; }

ask ordinary names.arize.yaml 0
number inSync 2
ask ordinary ids.arize.yaml 0
number inSync 12
for way in garbage empty twice unending nameless alike plain proxy; do
  ask $way names.arize.yaml 3
  number missing 0
  number undetermined 2
done
for way in garbage empty plain proxy other; do
  ask $way ids.arize.yaml 3
  number missing 0
  number undetermined 12
done
declare_task 'name: Refund bot 0' 'name: Refund bot 119' > far.arize.yaml
ask second far.arize.yaml 3
number missing 0
number inSync 1
ask moved names.arize.yaml 0
number inSync 2
ask unlisted ids.arize.yaml 0
number inSync 12
ask newer names.arize.yaml 1
number drifted 1
ask gone ids.arize.yaml 1
number missing 12
for way in judges404 judges403; do
  ask $way names.arize.yaml 3
  number inSync 2
  prints EVALUATOR_READ
  prints_times 1 ATL7004
  run check --timeout 2 --api-url "$address/$way" names.arize.yaml --skip ATL3xxx
  exits 0
done
for way in echo escaped late reason elsewhere; do
  ask $way names.arize.yaml 3
  number missing 0
done
