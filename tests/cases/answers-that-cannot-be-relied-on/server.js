// Answers as the API does, except in the way that the first part of the path names: /NAME/v2/…
const fs = require('fs');
const zlib = require('zlib');

const id = (kind, number) => Buffer.from(`${kind}:${number}:aBcD`).toString('base64');
const judge = { id: id('Evaluator', 7), name: 'Politeness' };
const tasks = [];
for (let i = 0; i < 120; i++) {
  tasks.push({
    id: id('OnlineTask', i), name: `Refund bot ${i}`, type: 'CODE_EVALUATION', project_id: 'P1', sampling_rate: 0.2, is_continuous: true,
    evaluators: [{ evaluator_id: judge.id, evaluator_name: judge.name, column_mappings: { text: 'attributes.input.value' } }], updated_at: '2026-10-01T08:00:00Z',
  });
}

const problem = (status, title) => ({ status, type: 'application/problem+json', body: JSON.stringify({ status, title, detail: title }) });
const json = value => ({ status: 200, body: JSON.stringify(value) });

function ordinary({ parts, query }, all = tasks) {
  if (parts[0] === 'tasks' && parts[1])
    return all.find(task => task.id === parts[1]) ? json(all.find(task => task.id === parts[1])) : problem(404, 'task not found');
  if (parts[0] === 'tasks') {
    const found = all.filter(task => !query.get('name') || task.name.includes(query.get('name')));
    const from = Number(query.get('cursor') ?? 0);
    const next = from + 100 < found.length ? { has_more: true, next_cursor: String(from + 100) } : { has_more: false };
    return json({ tasks: found.slice(from, from + 100), pagination: next });
  }
  if (parts[0] === 'evaluators' && parts[1])
    return json({ ...judge, type: 'CODE', version: { id: 'V1', evaluator_id: judge.id, type: 'CODE', code_config: { type: 'CUSTOM', name: 'polite', code: 'x', variables: ['text'] } } });
  return json({ [parts[0]]: [], pagination: { has_more: false } });
}

const isList = ({ parts }) => parts[0] === 'tasks' && parts.length === 1;
const list = (tasks, pagination = { has_more: false }) => json({ tasks, pagination });
const ways = {
  ordinary: () => undefined,
  // What may not count as missing.
  garbage: () => ({ status: 200, headers: { 'Content-Encoding': 'br' }, body: 'this was never compressed' }),
  empty: () => ({ status: 200, body: '' }),
  twice: request => isList(request) ? { status: 200, body: `{"tasks":[],"tasks":${JSON.stringify(tasks)},"pagination":{"has_more":false}}` } : undefined,
  unending: request => isList(request) ? json({ tasks: [] }) : undefined,
  nameless: request => isList(request) ? list(tasks.map(task => ({ ...task, name: null }))) : undefined,
  alike: request => isList(request) ? list(tasks.map(task => ({ ...task, name: 'Refund bot' }))) : undefined,
  second: request => isList(request) && request.query.get('cursor') ? problem(404, 'cursor not found') : undefined,
  plain: () => ({ status: 404, type: 'text/html', body: '<h1>404</h1>' }),
  proxy: () => ({ status: 404, type: 'text/plain', body: 'no such host here' }),
  other: ({ parts }) => parts[0] === 'tasks' && parts[1] ? json(tasks[119]) : isListOf(parts) ? list([]) : undefined,
  // What is there all the same.
  moved: request => isList(request) && !request.query.get('name') ? list(tasks.slice(50)) : undefined,
  unlisted: request => isList(request) ? list([]) : undefined,
  newer: request => isList(request)
    ? request.query.get('cursor') ? list([{ ...tasks[0], sampling_rate: 1, updated_at: '2026-10-02T08:00:00Z' }]) : list(tasks.slice(0, 100), { has_more: true, next_cursor: '100' })
    : undefined,
  gone: request => isList(request) ? list(tasks.slice(50)) : request.parts[0] === 'tasks' ? problem(404, 'task not found') : undefined,
  // What this key may not read.
  judges404: ({ parts }) => parts[0] === 'evaluators' ? problem(404, 'evaluator not found') : undefined,
  judges403: ({ parts }) => parts[0] === 'evaluators' ? problem(403, 'forbidden') : undefined,
  // Answers that repeat the key, and a password.
  echo: request => ({ status: 401, type: 'application/problem+json', body: JSON.stringify({ status: 401, title: `no key ${request.key}` }) }),
  escaped: request => ({ status: 401, type: 'application/problem+json', body: `{"title":"${[...request.key].map(c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')).join('')}"}` }),
  late: request => ({ status: 401, type: 'application/problem+json', body: JSON.stringify({ title: 'x'.repeat(290) + request.key }) }),
  reason: request => ({ status: 401, reason: `unknown ${request.key}`, body: '' }),
  elsewhere: request => ({ status: 302, headers: { Location: `http://bot:pass-word@${request.key.toLowerCase()}.invalid/` }, body: '' }),
};
function isListOf(parts) { return parts[0] === 'tasks' && parts.length === 1; }

const server = require('http').createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  const [way, , ...parts] = url.pathname.slice(1).split('/').map(decodeURIComponent);
  const asked = { parts, query: url.searchParams, key: (request.headers.authorization ?? '').replace('Bearer ', '') };
  const answer = ways[way](asked) ?? ordinary(asked);
  response.writeHead(answer.status, answer.reason ?? '', { 'Content-Type': answer.type ?? 'application/json', ...answer.headers });
  response.end(answer.body);
});
server.listen(0, '127.0.0.1', () => fs.writeFileSync('address', `http://127.0.0.1:${server.address().port}\n`));
