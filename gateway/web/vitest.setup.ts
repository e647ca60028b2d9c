import { configure } from '@testing-library/svelte';
import { beforeEach } from 'vitest';

// A busy machine loads the code of a dialog late; a dialog that never loads still fails the test.
configure({ asyncUtilTimeout: 20_000 });

// A draft of one test must not appear in the next one.
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
