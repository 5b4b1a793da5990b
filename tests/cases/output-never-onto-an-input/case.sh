# A report never goes onto what the run reads, under whatever name, and two reports never go to one file.
printf 'name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25\nevaluators: [{ evaluator: e }]\n' > a.arize.yaml
cp a.arize.yaml b.yaml
echo '{ "tasks": [], "pagination": { "has_more": false } }' > live.json
echo 'declarations: [b.yaml]' > tasklint.yaml
cp tasklint.yaml settings
ln -s b.yaml link
ln b.yaml hard
mkdir saved
cp live.json saved/
md5sum a.arize.yaml b.yaml live.json tasklint.yaml settings saved/live.json > sums
unchanged() { must md5sum --quiet -c sums; }
for file in b.yaml ./b.yaml "$PWD/b.yaml" link hard; do
  run lint --format json -o "$file" b.yaml
  exits 2
  says "--output '$file' is a file that this run reads"
  prints '"complete": false'
  unchanged
  run lint --format json -o "$file"
  exits 2
  unchanged
done
# By their names, whether or not this run reads them.
for file in a.arize.yaml new.arize.yml tasklint.yaml Tasks.cs Tasks.csproj .editorconfig; do
  run lint --format json -o "$file" b.yaml
  exits 2
  says "--output '$file' has the name of a file that tasklint reads"
  must test ! -e new.arize.yml
  unchanged
done
run check --live live.json --format json -o live.json b.yaml
exits 2
unchanged
run check --live saved --format json -o saved/live.json b.yaml
exits 2
unchanged
run lint --config settings --format json -o settings b.yaml
exits 2
unchanged
run baseline create --live live.json -o live.json b.yaml
exits 2
unchanged
run baseline create -o b.yaml b.yaml
exits 2
unchanged
run schema -o a.arize.yaml
exits 2
unchanged
# A run that fails before it knows what it reads.
run lint --nope --format json -o b.yaml
exits 2
unchanged
run check --live saved --concurrency 99 --format json -o saved/live.json
exits 2
prints '"complete": false'
unchanged

ln -s report.json other
for pair in 'report.json report.json' 'report.json ./report.json' 'report.json other'; do
  run lint --format json --format text -o ${pair% *} -o ${pair#* } b.yaml
  exits 2
  says 'two reports would go to one file'
done
run_shell 'tasklint lint --format json -o /dev/stdout --format text b.yaml'
exits 2
says 'is standard output, where another report goes'
run_shell 'tasklint lint --format json -o report.json --format text b.yaml > report.json'
exits 2
says 'is standard output, where another report goes'
run_shell 'tasklint lint --format json -o /dev/stdout b.yaml > report.json'
exits 1
must grep -q '"complete": true' report.json
must test "$(tail -c 2 report.json)" = '}'
run_shell 'tasklint lint --format json -o /dev/null --format text -o /dev/null b.yaml'
exits 1

# The report of an earlier run is replaced, by one of the failure too.
run lint --nope --format json -o report.json
exits 2
must grep -q '"complete": false' report.json
