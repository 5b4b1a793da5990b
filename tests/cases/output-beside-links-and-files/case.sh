# The file that --output writes before it is whole has a name of its own: it follows no link, and takes no file of the user's.
printf 'name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25\nevaluators: [{ evaluator: e }]\n' > a.arize.yaml
echo precious > victim
ln -s "$PWD/victim" report.json.unfinished
ln -s "$PWD/victim" .report.json.unfinished
ln -s "$PWD/victim" report.json.tmp
echo mine > other.json.unfinished
for name in report.json other.json; do
  run lint --format json -o $name a.arize.yaml
  exits 1
  must grep -q formatVersion $name
done
must test "$(cat victim)" = precious
must test "$(cat other.json.unfinished)" = mine
must test -L report.json.unfinished
run baseline create -o report.json a.arize.yaml
exits 2
says 'is no baseline'
must grep -q '"tool"' report.json
ln -s "$PWD/victim" baseline.json.unfinished
ln -s "$PWD/victim" .baseline.json.unfinished
run baseline create -o baseline.json a.arize.yaml
exits 0
must grep -q fingerprint baseline.json
must test "$(cat victim)" = precious
must test -z "$(find . -name '.tasklint*')"

# Names as long as they may be have no room for an ending.
long=$(printf 'r%.0s' $(seq 250)).json
run lint --format json -o "$long" a.arize.yaml
exits 1
must grep -q formatVersion "$long"

# Forty runs at once.
: > codes
for i in $(seq 40); do (tasklint lint --format json -o shared.json a.arize.yaml >/dev/null 2>>errors; echo $? >> codes) & done
wait
must test "$(sort codes | uniq -c | tr -s ' ')" = ' 40 1'
must test ! -s errors
must test "$(tail -c 2 shared.json)" = '}'
must test -z "$(find . -name '.tasklint*')"
