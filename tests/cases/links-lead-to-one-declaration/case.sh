# One file that is found by several names is one declaration, and links never lead in a circle.
mkdir -p team/inner
printf 'name: Tone\ntype: code_evaluation\nproject: bot\nevaluators: [{ evaluator: Tone }]\n' >team/inner/tone.arize.yaml
ln -s . team/here
ln -s .. team/inner/up
ln -s "$PWD/team" team/inner/whole
ln -s inner/tone.arize.yaml team/again.arize.yaml
ln team/inner/tone.arize.yaml team/hard.arize.yaml
for way in team 'team/**/*.arize.yaml' '**/*.arize.yaml' 'team/inner/../inner/*.arize.yaml'; do
  run lint "$way"
  exits 0
  prints '1 task linted · no findings · exit 0'
done
run lint team/again.arize.yaml team/inner/tone.arize.yaml team/../team/hard.arize.yaml team
exits 0
prints '1 task linted'
never ATL1008

# A glob reads what a link leads to elsewhere, once.
mkdir common
printf 'name: Common\ntype: code_evaluation\nproject: bot\nevaluators: [{ evaluator: Tone }]\n' >common/c.arize.yaml
ln -s ../common team/one
ln -s ../common team/two
run lint 'team/**/*.arize.yaml'
exits 0
prints '2 tasks linted'
