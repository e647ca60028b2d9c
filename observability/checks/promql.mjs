// The series that an expression selects.

const KEYWORDS = new Set(
  `and or unless by without on ignoring group_left group_right offset bool inf nan atan2 sum min max avg count topk
   bottomk quantile stddev stdvar group count_values`.split(/\s+/),
);
const TOKEN = /"(?:[^"\\]|\\.)*"|\[[^\]]*\]|(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)|([a-zA-Z_:][\w:]*)\s*(\{(?:[^}"]|"(?:[^"\\]|\\.)*")*\}|\()?|[0-9.]+[a-z]*|./gs;

/** Every metric name with its matchers, once: up{job="node"}. */
export function selectors(expression) {
  const found = new Set();
  for (const [, name, after] of expression.matchAll(TOKEN))
    if (name && after !== '(' && !KEYWORDS.has(name)) found.add(name + (after ?? ''));
  return [...found];
}
