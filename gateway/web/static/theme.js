// Runs before the first paint, so that nothing flashes in the wrong theme or language.
(function () {
  var root = document.documentElement;
  var theme = null;
  var lang = null;
  try {
    theme = localStorage.getItem('ilgam.theme');
    lang = localStorage.getItem('ilgam.lang');
  } catch (blocked) {
    // Storage may be switched off: the system's wishes count then.
  }
  if (theme !== 'light' && theme !== 'dark')
    theme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  if (lang !== 'en' && lang !== 'ko') lang = /^ko\b/i.test(navigator.language) ? 'ko' : 'en';
  root.dataset.theme = theme;
  root.lang = lang;
})();
