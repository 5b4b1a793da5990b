# '@name' is a path like any other. A file of that name in a pull request must not add options: where the key goes, what is written, what fails.
needs node
cat > server.js <<'J'
const fs = require('fs');
const server = require('http').createServer((request, response) => {
  fs.appendFileSync('requests', `${request.method} ${request.url} ${request.headers.authorization}\n`);
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end('{"tasks":[],"spaces":[],"pagination":{"has_more":false}}');
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('address', `http://127.0.0.1:${server.address().port}\n`));
J
mkfifo address
node server.js & server=$!
trap 'kill $server' EXIT
read -r address <address
export ARIZE_API_KEY=ak-key-that-stays-at-home
printf 'tasks:\n  - { name: Weekly, type: code_evaluation, project: support, sampling_rate: 25, evaluators: [{ evaluator: Tone }] }\n' > weekly.arize.yaml

# The server is there, and would be seen.
run check --api-url "$address" weekly.arize.yaml
must grep -q 'GET /v2/' requests
rm requests

printf -- '--api-url\n%s\n' "$address" > extra.arize.yaml
: > @extra.arize.yaml
run check --api-url http://127.0.0.1:9 --timeout 1 *.arize.yaml
exits 3
must test ! -e requests
rm @extra.arize.yaml

echo kept > precious
printf -- '--output\nprecious\n--fail-on\nnever\n' > extra.arize.yaml
: > @extra.arize.yaml
for command in lint 'lint --'; do
  run $command *.arize.yaml
  exits 1
  prints '@extra.arize.yaml:1:1: error ATL1001'
  prints 'ATL2004'
  must test "$(cat precious)" = kept
done
rm @extra.arize.yaml

# One that names itself, and names that are no file.
echo '@self.arize.yaml' > self.arize.yaml
: > @self.arize.yaml
run lint @self.arize.yaml self.arize.yaml
exits 1
no_crash
run lint @nowhere
exits 2
says "'@nowhere' does not exist"
run lint @
exits 2
says "'@' does not exist"
mkdir @team
cp weekly.arize.yaml @team/
run lint @team
exits 1
prints '@team/weekly.arize.yaml:2:'
run lint --format json --output @report.json weekly.arize.yaml
exits 1
must grep -q formatVersion @report.json
