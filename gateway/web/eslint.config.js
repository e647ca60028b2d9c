import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const features = [
  'auth',
  'dashboard',
  'import',
  'items',
  'my-work',
  'projects',
  'board',
  'settings',
  'members',
  'teams',
  'administration',
];

export default ts.config(
  { ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'static/', 'src/lib/api/schema/'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'tools/*.mjs'] },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'svelte/no-navigation-without-resolve': 'off',
      // Dates and search parameters are immutable values here: a change makes a new one.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  // Only lib/api speaks HTTP; components draw.
  {
    files: ['src/lib/components/**', 'src/lib/features/**', 'src/routes/**'],
    rules: { 'no-restricted-globals': ['error', 'fetch', 'XMLHttpRequest', 'EventSource'] },
  },
  { files: ['src/lib/components/**'], rules: noImports('#lib/features/**') },
  {
    files: ['src/lib/api/**', 'src/lib/i18n/**'],
    rules: noImports('#lib/features/**', '#lib/components/**'),
  },
  // Features import components and api, never each other.
  ...features.map((name) => ({
    files: [`src/lib/features/${name}/**`],
    rules: noImports(
      ...features.filter((other) => other !== name).map((other) => `#lib/features/${other}/**`),
    ),
  })),
);

function noImports(...group) {
  return {
    'no-restricted-imports': ['error', { patterns: [{ group, message: 'Wrong direction of imports.' }] }],
  };
}
