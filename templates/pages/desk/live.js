// What has changed is heard, fetched and put in its place: without losing the place, the focus, what is open or half typed.
(() => {
  const page = document;
  const live = page.querySelector('[data-desk-live]');
  const count = page.querySelector('[data-urgent-count]');
  if (!window.EventSource || (!live && !count)) return;
  const told = page.querySelector('[data-desk-told]');
  const updated = page.querySelector('[data-updated]');
  const LEFT_ALONE = 1200000;
  const AGAIN = 30000;

  // A desk that nobody sits at is not kept awake: its session may end.
  let touched = Date.now();
  ['keydown', 'pointerdown', 'scroll'].forEach((kind) =>
    addEventListener(kind, () => (touched = Date.now()), { passive: true }),
  );
  const isLeft = () => page.hidden || Date.now() - touched > LEFT_ALONE;

  const fetched = async (address) => {
    const answer = await fetch(address, { headers: { accept: 'text/html, application/json' } }).catch(() => null);
    return answer && answer.ok && !answer.redirected ? answer.text() : null;
  };

  const clock = () => {
    const now = new Date();
    return `opdateret kl. ${now.getHours()}.${String(now.getMinutes()).padStart(2, '0')}`;
  };

  // How much waits, in the menu of every page.
  const sayCount = (number) => {
    if (!count) return;
    count.hidden = number === 0;
    count.textContent = number === 0 ? '' : String(number);
  };
  const askCount = async () => {
    const answer = await fetched('/api/v1/urgent/count');
    if (answer !== null) sayCount(JSON.parse(answer).count);
  };

  // The marks of forms are new in every answer, and no news.
  const plain = (part) => part.innerHTML.replace(/name="_(csrf|once)" value="[^"]*"/g, '').replace(/ open=""/g, '');
  const isBusy = (part) =>
    part.contains(page.activeElement) ||
    part.querySelector('details[open]') !== null ||
    [...part.querySelectorAll('input:not([type=hidden]), textarea, select')].some((one) =>
      one.tagName === 'SELECT'
        ? [...one.options].some((option) => option.selected !== option.defaultSelected)
        : one.value !== one.defaultValue || one.checked !== one.defaultChecked,
    );

  // What is said of a line changes at once; its buttons only when nobody is in the middle of them.
  const asShown = new WeakMap();
  const renew = (old, fresh) => {
    const before = asShown.get(old) || plain(old);
    if (before === plain(fresh)) return;
    asShown.set(old, plain(fresh));
    old.className = fresh.className;
    [['[data-what]', true], ['[data-do]', false]].forEach(([part, always]) => {
      const [a, b] = [old.querySelector(part), fresh.querySelector(part)];
      if (!a || !b || plain(a) === plain(b)) return;
      if (isBusy(a)) {
        if (always) keepFocus(a, () => (a.innerHTML = b.innerHTML));
        return;
      }
      a.innerHTML = b.innerHTML;
    });
  };
  const keepFocus = (part, does) => {
    const links = [...part.querySelectorAll('a')];
    const at = links.indexOf(page.activeElement);
    does();
    if (at >= 0) (part.querySelectorAll('a')[at] || part.closest('[tabindex]') || page.body).focus({ preventScroll: true });
  };

  const gone = (line) => {
    if (!isBusy(line)) return line.remove();
    if (line.querySelector('.desk-changed')) return;
    const words = page.createElement('p');
    words.className = 'desk-changed';
    words.textContent = 'Den er ikke på listen mere. Det, du har skrevet, er her endnu.';
    line.querySelector('[data-what]').append(words);
  };

  const renewLines = (list, fresh) => {
    const lines = [...fresh.querySelectorAll('[data-line]')];
    const ids = new Set(lines.map((line) => line.id));
    [...list.children].filter((line) => !ids.has(line.id)).forEach(gone);
    // The line that somebody is in stays where it is, and the others are put before and after it: a line that is
    // moved loses the focus, and nothing else.
    const anchor = [...list.children].find((line) => line.contains(page.activeElement)) || null;
    let before = anchor !== null && ids.has(anchor.id);
    lines.forEach((line) => {
      const old = page.getElementById(line.id);
      if (old) renew(old, line);
      if (old && old === anchor) before = false;
      else list.insertBefore(old || page.importNode(line, true), before ? anchor : null);
    });
  };

  const renewParts = (fresh) => {
    live.querySelectorAll('[data-part]').forEach((part) => {
      const other = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
      if (other && plain(part) !== plain(other) && !isBusy(part)) part.innerHTML = other.innerHTML;
    });
  };

  const say = (fresh) => {
    const before = live.dataset.told || live.querySelectorAll('[data-line]').length;
    const total = fresh.querySelector('.desk-total');
    const number = total ? Number(total.textContent.replace(/\D/g, '')) : 0;
    if (told && String(number) !== String(before)) told.textContent = number === 1 ? '1 ting venter' : `${number} ting venter`;
    live.dataset.told = number;
  };

  let running = false;
  let wanted = false;
  const refresh = async () => {
    if (isLeft()) return void (wanted = true);
    if (running) return void (wanted = true);
    running = true;
    wanted = false;
    if (live) {
      const whole = await fetched(live.dataset.deskLive);
      const other = whole && new DOMParser().parseFromString(whole, 'text/html').getElementById(live.id);
      if (other) {
        const list = live.querySelector('[data-lines]');
        say(other);
        if (list) renewLines(list, other.querySelector('[data-lines]'));
        else renew(live, other);
        renewParts(other);
        const stamp = page.querySelector('[data-updated]');
        if (stamp) stamp.textContent = clock();
        ago();
      }
    }
    await askCount();
    running = false;
    if (wanted) setTimeout(refresh, 700);
  };

  // "12 min. siden" goes on by itself.
  const since = (from) => {
    const minutes = Math.max(1, Math.floor((Date.now() - from) / 60000));
    if (minutes < 60) return `${minutes} min.`;
    const hours = Math.floor(minutes / 60);
    if (hours < 24) return hours === 1 ? '1 time' : `${hours} timer`;
    const days = Math.floor(hours / 24);
    return days === 1 ? '1 dag' : `${days} dage`;
  };
  const ago = () =>
    page.querySelectorAll('[data-ago]').forEach((one) => {
      const words = since(Date.parse(one.dateTime));
      if (one.textContent !== words) one.textContent = words;
    });
  setInterval(ago, 15000);

  let stream;
  let heardBefore = false;
  const listen = () => {
    if (stream || page.hidden) return;
    stream = new EventSource('/kommune/stroem');
    // Back again: what was called out meanwhile is not known.
    stream.addEventListener('klar', () => {
      if (heardBefore) refresh();
      heardBefore = true;
    });
    stream.addEventListener('aendret', refresh);
    stream.addEventListener('slut', hush);
  };
  const hush = () => {
    if (stream) stream.close();
    stream = undefined;
  };
  // Without a stream one looks now and then, and tries to get one again.
  setInterval(() => {
    if (stream && stream.readyState === EventSource.OPEN) return;
    if (stream && stream.readyState === EventSource.CLOSED) hush();
    if (!isLeft()) refresh();
    listen();
  }, AGAIN);
  // A browser has few connections: a page that nobody sees holds none.
  page.addEventListener('visibilitychange', () => {
    touched = page.hidden ? touched : Date.now();
    if (page.hidden) return hush();
    listen();
    if (wanted || heardBefore) refresh();
  });
  addEventListener('pagehide', hush);
  addEventListener('pageshow', (event) => event.persisted && (listen(), refresh()));
  listen();
  askCount();
  if (updated) ago();
})();
