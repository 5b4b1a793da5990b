# Patterns that are nested a hundred thousand levels deep would end the process before .NET could refuse them. They are findings like others.
needs python3
python3 - <<'P'
def task(name, pattern): return "  - name: %s\n    type: code_evaluation\n    project: p\n    evaluators: [{evaluator: e}]\n    query_filter: {matches: '%s'}\n" % (name, pattern)
n = 100000
open('classes.arize.yaml', 'w').write('tasks:\n' + task('classes', '[z-' * n + '[z]' + ']' * n) + task('groups', '(' * n + 'a' + ')' * n) + task('a few', '[z-' * 60 + '[z]' + ']' * 60))
open('names.yaml', 'w').write("policies:\n  - name_pattern: '%s'\n" % ('(?=' * n + ')' * n))
open('a.arize.yaml', 'w').write('tasks:\n' + task('a', '^a'))
P
run lint classes.arize.yaml --format json
exits 1
no_crash
prints_times 3 '"rule": "ATL1002"'
must python3 -c "import json; json.load(open('.out'))"
run lint a.arize.yaml --config names.yaml
exits 2
no_crash
says "'name_pattern' must be a regular expression"
