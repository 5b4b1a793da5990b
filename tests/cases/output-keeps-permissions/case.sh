# A file that exists keeps its permissions, its owner and its other names; one that nobody may write stays as it is, whoever runs the tool.
printf 'name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25\nevaluators: [{ evaluator: e }]\n' > a.arize.yaml
echo old > private.json
chmod 600 private.json
run lint --format json -o private.json a.arize.yaml
exits 1
must grep -q formatVersion private.json
must test "$(stat -c %a private.json)" = 600
echo old > kept.json
chmod 444 kept.json
run lint --format json -o kept.json a.arize.yaml
exits 2
says "--output 'kept.json' cannot be written: the file is read-only"
must test "$(cat kept.json)" = old
must test "$(stat -c %a kept.json)" = 444
run baseline create -o kept.json a.arize.yaml
exits 2
must test "$(cat kept.json)" = old
echo old > one.json
ln one.json two.json
run lint --format json -o one.json a.arize.yaml
exits 1
must cmp one.json two.json
must test "$(stat -c %h one.json)" = 2
umask 027
run lint --format json -o new.json a.arize.yaml
exits 1
must test "$(stat -c %a new.json)" = 640
mkdir folder
run lint --format json -o folder a.arize.yaml
exits 2
says 'it is a folder'
run lint --format json -o nowhere/new.json a.arize.yaml
exits 2
says 'its folder does not exist'

# --fix: permissions, and other names of the file.
chmod 640 a.arize.yaml
ln a.arize.yaml b.arize.yaml
run lint --fix a.arize.yaml
exits 0
must cmp a.arize.yaml b.arize.yaml
must grep -q 'sampling_rate: 0.25' b.arize.yaml
must test "$(stat -c %a a.arize.yaml)" = 640

# A file of another user, which root may write, stays that user's.
if [ "$(id -u)" = 0 ]; then
  sed -i 's/0.25/25/' a.arize.yaml
  chown 1000:1000 a.arize.yaml private.json
  run lint --fix a.arize.yaml
  exits 0
  must grep -q 'sampling_rate: 0.25' a.arize.yaml
  must test "$(stat -c %u:%g a.arize.yaml)" = 1000:1000
  run lint --format json -o private.json a.arize.yaml
  exits 0
  must test "$(stat -c %u:%g:%a private.json)" = 1000:1000:600
fi
must test -z "$(find . -name '.tasklint*')"
