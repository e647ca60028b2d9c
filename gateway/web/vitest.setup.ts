import { configure } from '@testing-library/svelte';
import { beforeEach } from 'vitest';

// A busy machine loads the code of a dialog late: what never comes fails all the same.
configure({ asyncUtilTimeout: 20_000 });

// What one test has begun to write is no draft of the next one.
beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});
