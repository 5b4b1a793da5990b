# A link to nothing, a name that is not UTF-8: told, with the findings of the other files, and exit code 2. FIFOs and locks of editors are left out.
mkdir tasks
printf 'name: Rated\ntype: code_evaluation\nproject: bot\nsampling_rate: 40\nevaluators: [{ evaluator: Tone }]\n' >tasks/rated.arize.yaml
ln -s someone@host.77:1 'tasks/.#rated.arize.yaml'
mkfifo tasks/pipe.arize.yml
run lint tasks
exits 1
prints 'tasks/rated.arize.yaml:4:16: error ATL2004'
says "'tasks/pipe.arize.yml' is skipped: it is a FIFO"
never '.#rated'

ln -s gone/elsewhere.yaml tasks/lost.arize.yaml
run lint tasks
exits 2
prints 'tasks/rated.arize.yaml:4:16: error ATL2004'
prints '1 error, 1 not read · exit 2'
says "'tasks/lost.arize.yaml' cannot be read: it is a link to 'gone/elsewhere.yaml', which leads to nothing"

run lint --format json 'tasks/**/*.arize.y*ml'
exits 2
prints '"complete": false'
prints '"error": "'
prints '"rule": "ATL2004"'

rm tasks/lost.arize.yaml
if touch "$(printf 'tasks/\377.arize.yaml')" 2>/dev/null; then
  run lint tasks
  exits 2
  prints 'error ATL2004'
  says 'its name is not UTF-8'
fi

# A FIFO that is named, or in the place of a settings file, is refused: nobody may ever write to it.
run lint tasks/pipe.arize.yml
exits 2
says 'is a FIFO, and reading it could wait for ever'
mkfifo tasklint.yaml
run lint tasks/rated.arize.yaml
exits 2
says "'tasklint.yaml' is a FIFO"

# A folder that nobody may look into: its files may be there.
rm tasklint.yaml
mkdir closed
cp tasks/rated.arize.yaml closed
chmod 0 closed
if ! [ -x closed ]; then
  run lint closed/rated.arize.yaml
  exits 2
  says "'closed/rated.arize.yaml' cannot be read: a folder above it may not be looked into"
fi
chmod 755 closed
