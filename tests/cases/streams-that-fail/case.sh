# Standard output closed, full or without a reader, standard error full or closed, the working folder gone: the right exit code, one sentence
# at most, no stack trace, and never 0 for a report that was lost.
printf 'name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 0.5\nevaluators: [{ evaluator: e }]\n' > ok.arize.yaml
sed 's/0.5/25/' ok.arize.yaml > bad.arize.yaml
sentence() { says 'standard output cannot be written: '; must test "$(wc -l <.err)" = 1; no_crash; }
for command in 'lint ok.arize.yaml' 'lint bad.arize.yaml' 'lint --format json ok.arize.yaml' 'rules' 'explain ATL2004' 'schema' '--version' '--help'; do
  run_shell "tasklint $command >&-"
  exits 2
  sentence
  run_shell "tasklint $command >/dev/full"
  exits 2
  sentence
done
# Where nothing is lost, the result counts.
run_shell 'tasklint lint --format json -o report.json bad.arize.yaml >&-'
exits 1
must test ! -s .err
must grep -q ATL2004 report.json
run_shell 'tasklint lint -q ok.arize.yaml >&-'
exits 0
run_shell 'tasklint lint nowhere >&-'
exits 2
says "'nowhere' does not exist"
for to in /dev/full '&-'; do
  run_shell "tasklint lint nowhere 2>$to"
  exits 2
  run_shell "tasklint lint --verbose bad.arize.yaml 2>$to"
  exits 1
  prints ATL2004
done
run_shell 'tasklint lint bad.arize.yaml >&- 2>&-'
exits 2
run_shell 'tasklint lint - <&-'
exits 2
says 'standard input is closed'
no_crash
run_shell 'tasklint lint bad.arize.yaml <&- >&- 2>&-'
exits 2

# A reader that has gone: more than a pipe holds.
for i in $(seq 4000); do printf '%s\n' "- { name: t$i, type: code_evaluation, project: p, sampling_rate: 25, evaluators: [{ evaluator: e }] }"; done > many.arize.yaml
run_shell 'tasklint lint many.arize.yaml 2>lost | head -n 1; exit ${PIPESTATUS[0]}'
exits 2
must grep -q 'standard output cannot be written: its reader has closed it' lost
must test "$(wc -l <lost)" = 1
run_shell 'tasklint lint --format json many.arize.yaml 2>/dev/null | true; exit ${PIPESTATUS[0]}'
exits 2
# One that reads all is served, as is a file that two programs write.
run_shell 'tasklint lint --fail-on never ok.arize.yaml | cat; exit ${PIPESTATUS[0]}'
exits 0
run_shell '{ echo first; tasklint lint ok.arize.yaml; tasklint lint bad.arize.yaml; echo last; } > both 2>&1'
must test "$(head -n 1 both)" = first
must test "$(tail -n 1 both)" = last
must test "$(grep -c 'task linted' both)" = 2

mkdir gone
run_shell 'cd gone; rmdir ../gone; tasklint lint /etc/hostname'
exits 2
says 'the working folder does not exist any more'
must test "$(wc -l <.err)" = 1
mkdir gone
run_shell 'cd gone; rmdir ../gone; tasklint lint --format json'
exits 2
prints '"complete": false'
mkdir gone
run_shell 'cd gone; rmdir ../gone; tasklint --version && tasklint explain ATL2004'
exits 0
no_crash
