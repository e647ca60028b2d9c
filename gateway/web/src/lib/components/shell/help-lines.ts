import { numbers, single, targets, type Line } from './shortcuts';

const numberOf = (line: Line) => Object.keys(numbers).find((number) => numbers[number]!.line === line);

/**
 * All shortcuts, as the help lists them, with an alternative if there is one. The only other keys are those that a field,
 * menu or dialog names itself.
 */
export const lines: [line: Line, keys: string[], or?: string][] = [
  ['palette', ['Ctrl', 'K']],
  ...Object.entries(single).map(([key, { line }]): [Line, string[]] => [line, [key.toUpperCase()]]),
  ...Object.entries(targets).map(([key, { line }]): [Line, string[], string?] => [
    line,
    ['G', key.toUpperCase()],
    numberOf(line),
  ]),
  ['upDown', ['↑', '↓']],
  ['open', ['Enter']],
  ['escape', ['Esc']],
  ['send', ['Ctrl', 'Enter']],
];
