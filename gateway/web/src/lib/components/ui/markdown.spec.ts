import { describe, expect, it } from 'vitest';
import { tick, toHtml } from './markdown';

function drawn(text: string): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = toHtml(text);
  return root;
}

it('draws Markdown', () => {
  expect(toHtml('**굵게** and `code`')).toContain('<strong>굵게</strong> and <code>code</code>');
});

const html = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe src="https://example.com"></iframe>',
  '<p style="position:fixed" onclick="alert(1)">x</p>',
  '<form action="/api/session"><input name=a></form>',
];

it.each([
  ...html,
  'Map<String, List<Foo>> and <T extends X>',
  'a <b>bold</b> word',
  '<!-- remark -->',
  '<div>\nwith lines\n</div>',
])('shows %s as it is typed', (text) => {
  const root = drawn(text);
  expect(root.textContent.trim()).toBe(text.replaceAll('\n', ''));
  for (const element of root.querySelectorAll('*'))
    expect(element.outerHTML).toMatch(/^<(p>|br>|a href="https:)/);
});

it('keeps code as it is', () => {
  const root = drawn('`<T extends X>`\n\n```java\nMap<String, List<Foo>> all;\n```');
  expect([...root.querySelectorAll('code')].map(({ textContent }) => textContent)).toEqual([
    '<T extends X>',
    'Map<String, List<Foo>> all;\n',
  ]);
});

it.each([
  '[x](javascript:alert(1))',
  '[x](JaVaScript:alert(1))',
  '[x](java&#115;cript&colon;alert(1))',
  '[x](data:text/html,hello)',
  '![x](vbscript:x)',
  '<javascript:alert(1)>',
])('shows the refused link %s as it is typed', (text) => {
  const root = drawn(`before ${text} after`);
  expect(root.querySelector('a')).toBeNull();
  const inert = document.createElement('textarea');
  inert.innerHTML = toHtml(`before ${text} after`).replace(/<\/?p>/g, '');
  expect(inert.value.trim()).toBe(`before ${text} after`);
});

it('shows a refused link with its address, if text and address differ', () => {
  const root = drawn('See [it][1].\n\n[1]: javascript:alert(1)');
  expect(root.querySelector('a')).toBeNull();
  expect(root.textContent).toContain('[1]: javascript:alert(1)');
});

it.each([
  ['[x](https://example.com)', 'https://example.com', 'x'],
  ['<https://example.com/a>', 'https://example.com/a', 'https://example.com/a'],
  ['https://example.com/b', 'https://example.com/b', 'https://example.com/b'],
  ['<me@example.com>', 'mailto:me@example.com', 'me@example.com'],
  ['[x](/items/WEB-1)', '/items/WEB-1', 'x'],
  ['![a picture](https://example.com/c.png)', 'https://example.com/c.png', 'a picture'],
])('links %s, elsewhere and without telling where from', (text, href, name) => {
  const link = drawn(text).querySelector('a');
  expect([link?.getAttribute('href'), link?.textContent]).toEqual([href, name]);
  expect([link?.target, link?.rel]).toEqual(['_blank', 'noopener noreferrer nofollow']);
});

describe('a task list', () => {
  const text = [
    'Before [ ] and `- [ ] code`',
    '',
    '- [ ] **one** <T>',
    '- [x] two',
    '  - [ ] two and a half',
    '',
    '```',
    '- [ ] in code',
    '```',
    '',
    '> 1. [ ] quoted',
    '',
    '* plain',
    '* [X] last',
  ].join('\n');
  const boxes = (html: string) => {
    const root = document.createElement('div');
    root.innerHTML = html;
    return [...root.querySelectorAll<HTMLInputElement>('li input[type=checkbox]')];
  };

  it('shows check boxes, named after their tasks, that can be ticked if that is allowed', () => {
    const shown = boxes(toHtml(text));
    expect(shown.map(({ checked }) => checked)).toEqual([false, true, false, false, true]);
    expect(shown.map((box) => box.getAttribute('aria-label'))).toEqual([
      'one <T>',
      'two',
      'two and a half',
      'quoted',
      'last',
    ]);
    expect(shown.every(({ disabled }) => disabled)).toBe(true);
    expect(boxes(toHtml(text, true)).some(({ disabled }) => disabled)).toBe(false);
  });

  it.each([
    [0, true, '- [ ] **one**', '- [x] **one**'],
    [1, false, '- [x] two', '- [ ] two'],
    [2, true, '  - [ ] two and', '  - [x] two and'],
    [3, true, '> 1. [ ] quoted', '> 1. [x] quoted'],
    [4, false, '* [X] last', '* [ ] last'],
  ])('changes the mark of box %i to %s and nothing else', (index, checked, was, becomes) => {
    const changed = tick(text, index, checked);
    expect(changed).toBe(text.replace(was, becomes));
    expect(boxes(toHtml(changed))[index]?.checked).toBe(checked);
  });

  it('leaves a text unchanged that has no such box, or has it in that state already', () => {
    expect(tick(text, 5, true)).toBe(text);
    expect(tick(text, 1, true)).toBe(text);
    expect(tick('nothing [ ] here', 0, true)).toBe('nothing [ ] here');
  });
});
