import { configure } from '@testing-library/svelte';

// A busy machine loads the code of a dialog late: what never comes fails all the same.
configure({ asyncUtilTimeout: 20_000 });
