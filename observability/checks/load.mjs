// Simulates a small company: signs up, starts a project, opens and finishes items, imports, requests unknown items.
// node load.mjs URL [SECONDS]
const system = process.argv[2];
const seconds = Number(process.argv[3] ?? 20);
const PASSWORD = 'Sauerkraut am Dienstag 47';
const run = Date.now().toString(36);

let token;

async function ask(method, path, body, headers = {}) {
  const answer = await fetch(system + path, {
    method,
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && !(body instanceof FormData) && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body && !(body instanceof FormData) ? JSON.stringify(body) : body,
    signal: AbortSignal.timeout(30_000),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: text.startsWith('{') ? JSON.parse(text) : text };
}

async function must(status, method, path, body, headers) {
  const answer = await ask(method, path, body, headers);
  if (answer.status !== status)
    throw new Error(`${method} ${path}: ${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
  return answer;
}

/** An access token of the first member, who is the admin; it outlives the member's session. */
async function signUp() {
  const email = `ada-${run}@example.com`;
  await must(201, 'POST', '/api/members', { email, password: PASSWORD, displayName: 'Ada' });
  const session = await must(200, 'POST', '/api/session', { email, password: PASSWORD });
  const cookies = session.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  const xsrf = cookies.find((cookie) => cookie.startsWith('XSRF-TOKEN=')).slice('XSRF-TOKEN='.length);
  const made = await must(
    201,
    'POST',
    '/api/access-tokens',
    { name: 'load', scopes: ['read', 'write', 'admin'] },
    { Cookie: cookies.join('; '), 'X-XSRF-TOKEN': decodeURIComponent(xsrf) },
  );
  token = made.body.token;
  return email;
}

const lines = (...values) => new Blob([values.map((value) => JSON.stringify(value)).join('\n') + '\n']);

function history(id, project, days) {
  const at = (day) => new Date(Date.now() - (days - day) * 86_400_000).toISOString();
  const event = (seq, day, field, from, to) => ({ item_id: id, seq, at: at(day), actor: 'lin', field, from, to });
  return {
    item: { id, project, kind: 'task', title: `Old task ${id}`, status: 'Done', reporter: 'lin', created_at: at(0) },
    events: [
      event(1, 0, 'created', null, null),
      event(2, 1, 'status', 'To do', 'In progress'),
      event(3, 2, 'status', 'In progress', 'Done'),
    ],
  };
}

/** Twenty items with their history, times and people. */
async function importHistory(project) {
  const histories = Array.from({ length: 20 }, (_, n) => history(`${project}-${n + 1}`, project, 30));
  const upload = new FormData();
  const workflow = [
    { name: 'To do', category: 'todo' },
    { name: 'In progress', category: 'doing' },
    { name: 'Done', category: 'done' },
  ];
  upload.append('project', project);
  upload.append('workflow', new Blob([JSON.stringify({ statuses: workflow })]), 'workflow.json');
  upload.append('items', lines(...histories.map(({ item }) => item)), 'items.jsonl');
  upload.append('events', lines(...histories.flatMap(({ events }) => events)), 'events.jsonl');
  const { headers } = await must(202, 'POST', '/api/imports', upload);
  const place = headers.get('Location');
  for (;;) {
    const { body } = await must(200, 'GET', place);
    if (body.state === 'done') return;
    if (body.state !== 'running') throw new Error(`The import is ${body.state}: ${JSON.stringify(body)}`);
    await pause(300);
  }
}

const pause = (millis) => new Promise((done) => setTimeout(done, millis));

async function work(project, n) {
  const key = { 'Idempotency-Key': `${run}-${n}` };
  const task = { project, title: `Task ${n}` };
  const { body: made } = await must(201, 'POST', '/api/tasks', task, key);
  await must(201, 'POST', '/api/tasks', task, key);
  await must(200, 'PUT', `/api/tasks/${made.key}/status`, { status: n % 3 === 0 ? 'Done' : 'In progress' });
  await must(200, 'GET', `/api/tasks/${made.key}`);
  await must(200, 'GET', '/api/my-work');
  await must(200, 'GET', `/api/work-items?project=${project}`);
  await must(200, 'GET', `/api/dashboard/summary?project=${project}`);
  await must(200, 'GET', '/api/members');
  await must(404, 'GET', `/api/tasks/${project}-999999`);
  await must(400, 'POST', '/api/tasks', { project, title: '' });
}

const began = Date.now();
const email = await signUp();
await must(401, 'POST', '/api/session', { email, password: 'not this one' });
await must(202, 'POST', '/api/password-resets', { email });
const project = `L${run.slice(-8).toUpperCase()}`;
await must(201, 'POST', '/api/projects', { key: project, name: 'Load' });
await importHistory(`I${run.slice(-8).toUpperCase()}`);
let rounds = 0;
do {
  await work(project, ++rounds);
  await pause(100);
} while (Date.now() - began < seconds * 1000);
console.log(`${rounds} tasks worked on in ${Math.round((Date.now() - began) / 1000)} s`);
