# Live tasks as programs save them.
printf 'name: Tone\ntype: run_experiment\ndataset_id: D1\nrun_configuration:\n  experiment_type: llm_generation\n  ai_integration_id: I1\n  model_name: m\n  input_variable_format: mustache\n  messages: [{ role: user, content: "Say {{q}}" }]\n  invocation_parameters: { top_p: 0.5, seed: 7 }\n' >a.arize.yaml
cat >live.json <<'Y'
{"tasks": [{"id": "T1", "name": "Tone", "type": "RUN_EXPERIMENT", "additional_properties": {"dataset_id": "D1"}, "run_configuration": {"one_of_schemas": ["B", "A"], "actual_instance": {
  "experiment_type": "LLM_GENERATION", "ai_integration_id": "I1", "model_name": "m", "input_variable_format": "MUSTACHE", "messages": [{"role": "USER", "content": "Say {{q}}"}],
  "invocation_parameters": {"top_p": 0.5, "additional_properties": {"seed": 7}}}, "discriminator_value_class_map": {}}}], "pagination": {"has_more": false}}
Y
run check a.arize.yaml --live live.json
exits 0
prints '1 in sync'

for encoding in UTF-16LE UTF-16BE UTF-16; do
  iconv -f UTF-8 -t "$encoding" live.json >wide.json
  run check a.arize.yaml --live wide.json
  exits 0
  prints '1 in sync'
done

# Pages in their order are the whole list; in another order, or without the last, they are not.
printf '{"tasks": [], "pagination": {"has_more": true, "next_cursor": "c"}}' >page-2.json
printf '{"tasks": [], "pagination": {"has_more": false}}' >page-10.json
run check a.arize.yaml --live page-2.json --live page-10.json
exits 1
prints '1 missing'
mkdir pages
mv page-*.json pages
run check a.arize.yaml --live pages
exits 1
mv pages/page-10.json pages/page-10.JSON
run check a.arize.yaml --live pages
exits 1

# What is further down is not read, and that is said.
mkdir -p pages/old deep/er
cp pages/page-2.json pages/old
cp pages/page-10.JSON deep/er/page.json
run check a.arize.yaml --live pages
exits 1
says "'pages/old' is not read"
run check a.arize.yaml --live deep
exits 2
says "is a folder without *.json; 'deep/er' has some: give that folder"
rm -r pages/old
mv pages/page-10.JSON pages/page-10.json
run check a.arize.yaml --live pages/page-10.json --live pages/page-2.json
exits 3
run check a.arize.yaml --live pages/page-2.json
exits 3

# What has no tasks says nothing of them.
printf '{"evaluators": [{"id": "E1", "name": "Tone", "type": "CODE"}], "pagination": {"has_more": false}}' >evaluators.json
printf '[{"id": "P1", "name": "bot"}]' >projects.json
for file in evaluators.json projects.json; do
  run check a.arize.yaml --live "$file"
  exits 2
  never missing
done

# Of two copies the later counts, whatever their order.
sed 's/"type": "RUN_EXPERIMENT"/&, "updated_at": "2026-09-02T00:00:00Z"/' live.json >later.json
sed 's/"type": "RUN_EXPERIMENT"/&, "updated_at": "2026-09-01T00:00:00Z"/; s/"seed": 7/"seed": 8/' live.json >earlier.json
for order in "--live later.json --live earlier.json" "--live earlier.json --live later.json"; do
  run check a.arize.yaml $order
  exits 0
  says "the task 'Tone' is saved in copies that differ; the one with the later updated_at counts"
done
