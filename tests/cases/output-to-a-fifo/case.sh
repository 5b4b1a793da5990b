# A FIFO is written through, and nobody waits for ever for a reader.
printf 'name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25\nevaluators: [{ evaluator: e }]\n' > a.arize.yaml
mkfifo pipe
cat pipe > got & reader=$!
run lint --format json -o pipe a.arize.yaml
exits 1
wait $reader
must test -p pipe
must grep -q '"rule": "ATL2004"' got
run_shell 'tasklint lint --format json -o >(cat > got2) a.arize.yaml; code=$?; wait $!; exit $code'
exits 1
must grep -q '"rule": "ATL2004"' got2
run lint --format json -o pipe a.arize.yaml
exits 2
says "--output 'pipe' cannot be written: nobody has read the FIFO"
must test -p pipe

# SIGTERM ends the wait.
tasklint lint --format json -o pipe a.arize.yaml >.out 2>.err & program=$!
until [ "$(awk '/^rchar/ { print $2 }' /proc/$program/io 2>/dev/null || echo 0)" -gt 0 ] && ls -l /proc/$program/exe | grep -q tasklint; do :; done
kill -TERM $program
wait $program
status=$?
exits 143
must test -p pipe
