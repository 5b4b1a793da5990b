# On a CI runner, standard output and standard error are read for commands: '::name::' at the beginning of a line, '##name[' anywhere.
mkdir -p '::set-env name=A' '##vso[task.setvariable variable=A]b'
broken() { printf 'name: "%s"\ntype: code_evaluation\nproject: p\nsampling_rate: 25\nevaluators: [{ evaluator: e }]\n' "$1"; }
broken 'x ##vso[task.complete result=Succeeded]' > '::set-env name=A/a.arize.yaml'
broken '::stop-commands::x' > '##vso[task.setvariable variable=A]b/a.arize.yaml'
broken 'x\n::error::y' > '  ::warning::.arize.yaml'
echo '[{"id": "T1", "name": "x ##[add-matcher]y", "type": "CODE_EVALUATION", "project_id": "##vso[x]y"}]' > live.json
printf '::error::\n# ##vso[x]\nname: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25\n::add-mask::: 1\nevaluators: [{ evaluator: e }]\n' > fix.yaml
clean() { ! grep -qE '^[[:space:]]*::|##[A-Za-z.]*\[' .out .err || unmet 'no line should be a command'; }
run lint .
exits 1
prints '\x3a:set-env name=A/a.arize.yaml:4:16'
clean
run lint --verbose .
clean
run lint --format json .
exits 1
clean
run check --live live.json .
clean
for format in sarif gitlab junit msbuild slack openmetrics; do
  run check --live live.json --format $format .
  clean
done
run lint '::nowhere' '##vso[nowhere]'
exits 2
clean
run lint fix.yaml
clean
run lint --fix --dry-run fix.yaml
clean
run lint --fix --dry-run .
exits 0
clean
run lint '--##vso[x]'
exits 2
clean
run explain '::x' 
exits 2
clean
run check --live '::live' .
clean
printf 'root = true\n[*]\ndotnet_diagnostic.ATL2004.severity = warning\n' > '::set-env name=A/.editorconfig'
run rules '::set-env name=A'
exits 0
clean
run baseline create .
exits 0
clean
