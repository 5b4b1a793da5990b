# --output never replaces what is no regular file, and writes behind a link. With the real /dev/null the machine would be broken.
needs_root
declare_task() { printf 'name: A\ntype: code_evaluation\nproject: p\nsampling_rate: 25\nevaluators: [{ evaluator: e }]\n'; }
declare_task > a.arize.yaml
mknod -m 666 null c 1 3
mknod -m 666 full c 1 7
mkdir real
echo old > real/report.json
chmod 640 real/report.json
ln -s real/report.json link
ln -s link link-to-link
ln -s real/new.json dangling
run lint --format json -o null a.arize.yaml
exits 1
must test -c null
run lint --format json -o full a.arize.yaml
exits 2
says "--output 'full' cannot be written: "
must test -c full
for name in link link-to-link; do
  echo old > real/report.json
  run lint --format json -o $name a.arize.yaml
  exits 1
  must test -L $name
  must grep -q formatVersion real/report.json
  must test "$(stat -c %a real/report.json)" = 640
done
run lint --format json -o dangling a.arize.yaml
exits 1
must test -L dangling
must grep -q formatVersion real/new.json
run baseline create -o null a.arize.yaml
exits 0
must test -c null
run schema -o null
exits 0
must test -c null

# A link in a linked folder leads from where the folder really is.
mkdir -p deep/er
ln -s deep/er near
echo old > deep/target.json
echo other > target.json
ln -s ../target.json near/out.json
run lint --format json -o near/out.json a.arize.yaml
exits 1
must grep -q formatVersion deep/target.json
must test "$(cat target.json)" = other

# --fix follows links as well, and leaves what is no file.
declare_task > real/b.yaml
ln -s real/b.yaml b.arize.yaml
run lint --fix b.arize.yaml
exits 0
must test -L b.arize.yaml
must grep -q 'sampling_rate: 0.25' real/b.yaml
must test -z "$(find . -name '.tasklint*')"
