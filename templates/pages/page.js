// The one script of the pages. Everything works without it; it only makes things easier. It runs after the page
// has been read, asks nobody but our own address, and leaves a page alone where the browser is too old for it.
(() => {
  const page = document;
  const each = (selector, does) => page.querySelectorAll(selector).forEach(does);
  const RECENT = 5000;

  // What happened has been told: going back or reloading does not tell it again.
  const here = new URL(location.href);
  if (here.searchParams.has('besked')) {
    here.searchParams.delete('besked');
    history.replaceState(history.state, '', here);
  }

  // What must be corrected is read first.
  each('[data-focus]', (one) => one.focus());

  // A second press while the first is on its way. Coming back to the page, it is a new press.
  let sent = new WeakMap();
  addEventListener('submit', (event) => {
    const before = sent.get(event.target);
    if (before && Date.now() - before < RECENT) event.preventDefault();
    else sent.set(event.target, Date.now());
  });
  addEventListener('pageshow', () => (sent = new WeakMap()));

  const get = async (address, form) => {
    const answer = await fetch(address, form ? { method: 'POST', body: form } : {}).catch(() => null);
    return answer && answer.ok && !answer.redirected ? answer.text() : null;
  };

  // An answer of ours beside a form, while somebody is typing.
  each('[data-live]', (place) => {
    const form = page.querySelector(place.dataset.liveForm) || place.closest('form');
    let timer;
    let latest = 0;
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        const fields = new URLSearchParams(new FormData(form));
        fields.delete('_once');
        const mine = ++latest;
        const words = await get(place.dataset.live, fields);
        if (words !== null && mine === latest) place.innerHTML = words;
      }, 400);
    });
  });

  // A part that is kept fresh, unless somebody is in the middle of it, looks elsewhere, or has left the desk.
  let touched = Date.now();
  ['keydown', 'pointerdown', 'scroll'].forEach((kind) =>
    addEventListener(kind, () => (touched = Date.now()), { passive: true }),
  );
  const isBusy = (part) =>
    part.contains(page.activeElement) ||
    [...part.querySelectorAll('input, textarea')].some(
      (one) => one.value !== one.defaultValue || one.checked !== one.defaultChecked,
    );
  each('[data-refresh]', (part) =>
    setInterval(async () => {
      if (page.hidden || isBusy(part) || Date.now() - touched > 1200000) return;
      const whole = await get(location.href);
      if (whole === null || isBusy(part)) return;
      const fresh = new DOMParser().parseFromString(whole, 'text/html').getElementById(part.id);
      if (fresh && fresh.textContent !== part.textContent) part.innerHTML = fresh.innerHTML;
    }, part.dataset.refresh * 1000),
  );

  // Buttons that only a script can serve are shown by it.
  each('[data-print]', (button) => {
    button.hidden = false;
    button.addEventListener('click', () => print());
  });
  each('[data-copy]', (button) => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener('click', async () => {
      const { copy, copyText, copied } = button.dataset;
      await navigator.clipboard.writeText(copyText || page.querySelector(copy).innerText);
      button.textContent = copied || label;
      setTimeout(() => (button.textContent = label), 3000);
    });
  });

  // Read aloud: one piece at a time, each in its own language, as far as the browser has a voice for the page's.
  const main = page.querySelector('main[data-read]');
  const voices = window.speechSynthesis;
  if (!main || !voices) return;
  const speech = { da: 'da-DK', en: 'en-GB', ar: 'ar-SA', uk: 'uk-UA' };
  const pieces = 'h1,h2,h3,p,li,dt,dd,td,th,legend,label,summary,button,a.button';
  const button = page.createElement('button');
  button.type = 'button';
  button.className = 'read-aloud';
  button.textContent = main.dataset.read;
  main.prepend(button);
  const speaksOur = () => {
    const known = voices.getVoices();
    button.hidden = known.length > 0 && !known.some((one) => one.lang.startsWith(page.documentElement.lang));
  };
  speaksOur();
  voices.addEventListener('voiceschanged', speaksOur);
  let reading = 0;
  const stop = () => {
    reading++;
    voices.cancel();
    button.textContent = main.dataset.read;
  };
  button.addEventListener('click', () => {
    if (voices.speaking || button.textContent === main.dataset.stop) return stop();
    button.textContent = main.dataset.stop;
    const mine = ++reading;
    const all = [...main.querySelectorAll(pieces)].filter(
      (one) =>
        one !== button &&
        one.offsetParent &&
        !one.closest('[data-silent]') &&
        !one.parentElement.closest(pieces) &&
        one.textContent.trim(),
    );
    const next = (place) => {
      if (mine !== reading) return;
      if (place === all.length) return stop();
      const words = new SpeechSynthesisUtterance(all[place].innerText);
      const { lang } = all[place].closest('[lang]');
      words.lang = speech[lang] || lang;
      words.rate = 0.9;
      words.onend = () => next(place + 1);
      words.onerror = () => mine === reading && stop();
      voices.speak(words);
    };
    next(0);
  });
  addEventListener('pagehide', stop);
})();
