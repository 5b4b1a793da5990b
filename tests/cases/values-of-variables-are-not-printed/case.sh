# What a variable is filled in with is in no output; the declaration is shown as it is written.
cat >a.arize.yaml <<'Y'
space: ${V_SPACE}
tasks:
  - name: ${V_NAME}
    id: T1
    type: code_evaluation
    project: ${V_PROJECT}
    query_filter: "user.id = '${V_USER}' AND name = 'a'"
    sampling_rate: ${V_RATE}
    evaluators:
      - evaluator_id: ${V_EVALUATOR}
        query_filter: "a == '${V_USER}'"
  - name: ${V_NAME}
    type: ${V_TYPE}
    project_id: P1
    evaluators: [{ evaluator: "${V_EVALUATOR}" }]
Y
cat >live.json <<'Y'
{"tasks": [{"id": "T1", "name": "Live", "type": "CODE_EVALUATION", "project_id": "P1", "sampling_rate": 0.5, "query_filter": "user.id = 'x' AND name = 'b'",
  "evaluators": [{"evaluator_id": "E1", "evaluator_name": "Tone", "query_filter": "a = 2", "column_mappings": {}}]}], "projects": [{"id": "P1", "name": "bot"}]}
Y
export V_SPACE=hidden-space V_NAME=hidden-name V_PROJECT=hidden-project V_USER=hidden-user V_RATE=8642 V_EVALUATOR=hidden-evaluator V_TYPE=hidden-type
for way in "lint a.arize.yaml" "lint --verbose a.arize.yaml" "lint --fix --dry-run a.arize.yaml" "check a.arize.yaml --live live.json" \
  "check a.arize.yaml --live live.json --strict --format json --verbose" "check a.arize.yaml --api-url http://127.0.0.1:9 --timeout 2 --verbose"; do
  run $way
  never hidden-
  never 8642
  no_crash
done
run check a.arize.yaml --live live.json
prints '${V_USER}'
run baseline create --live live.json -o baseline.json a.arize.yaml
never hidden-
[ ! -e baseline.json ] || must test -z "$(grep -E 'hidden-|8642' baseline.json)"

# An answer of the API is no template of ours: nothing is filled into it.
printf '{"id": "T9", "name": "Shells", "type": "RUN_EXPERIMENT", "dataset_id": "D1", "created_at": "2026-08-01T00:00:00Z", "run_configuration": {"experiment_type": "LLM_GENERATION", "ai_integration_id": "I1", "model_name": "m", "input_variable_format": "MUSTACHE", "messages": [{"role": "USER", "content": "print ${HOME} and $${X} of {{q}}"}]}}' >answer.json
run check answer.json --live answer.json
exits 0
prints '1 in sync'
