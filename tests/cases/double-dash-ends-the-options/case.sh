# What stands behind '--' is a path, whatever it begins with.
printf 'name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25\nevaluators: [{ evaluator: e }]\n' > ./--fail-on=never.arize.yaml
cp ./--fail-on=never.arize.yaml ./-q.arize.yaml
run lint -- *.arize.yaml
exits 1
prints '--fail-on=never.arize.yaml:4:16: error ATL2004'
prints '-q.arize.yaml:4:16: error ATL2004'
run lint --format json -- -q.arize.yaml
exits 1
prints '"file": "-q.arize.yaml"'
run_shell 'tasklint lint -- - <-q.arize.yaml'
exits 1
prints '<stdin>:4:16'

# Before it, such a word is an option.
run lint -x.arize.yaml
exits 2
says "there is no option '-x.arize.yaml'"
run lint --formt -- -q.arize.yaml
exits 2
says "there is no option '--formt'; did you mean '--format'"
run rules --nope
exits 2
says "there is no option '--nope'"

# Empty words come from variables that are not set.
for words in '--space|' '--config|' '--output|' '--live|'; do
  run check "${words%|}" '' -- -q.arize.yaml
  exits 2
  says "the value of ${words%|} is empty"
done
run lint --format json ''
exits 2
prints '"complete": false'
run rules ''
exits 2
run ''
exits 2
says 'an argument is empty'
