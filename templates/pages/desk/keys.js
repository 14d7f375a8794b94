// The keys of the desk: a help on `?`, the search on `/`, `n` and `f` along a list, and `g` and a letter to another room. Letters as shortcuts
// can be switched off on the page of the keys (WCAG 2.1.4); the choice stays in this browser.
(() => {
  const page = document;
  const CHOICE = 'fodfaeste-keys';
  const chosen = () => {
    try {
      return localStorage.getItem(CHOICE) !== 'off';
    } catch {
      return true;
    }
  };
  const isTyping = ({ target }) =>
    target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName);

  const serveChoice = (within) => {
    const choice = within.querySelector('[data-key-choice]');
    if (!choice) return;
    choice.hidden = false;
    const box = choice.querySelector('input');
    box.checked = chosen();
    box.addEventListener('change', () => localStorage.setItem(CHOICE, box.checked ? 'on' : 'off'));
  };
  serveChoice(page);

  const showHelp = async () => {
    const known = page.getElementById('desk-help');
    if (known) return known.showModal();
    const address = page.querySelector('[data-keys-help]');
    const answer = await fetch(address.href).catch(() => null);
    if (!answer || !answer.ok || answer.redirected) return location.assign(address.href);
    const help = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('taster');
    const dialog = page.createElement('dialog');
    dialog.id = 'desk-help';
    dialog.setAttribute('aria-label', address.textContent);
    help.removeAttribute('id');
    const heading = page.createElement('h2');
    heading.textContent = help.querySelector('h1').textContent;
    help.querySelector('h1').replaceWith(heading);
    dialog.append(help);
    const close = page.createElement('button');
    close.type = 'button';
    close.textContent = address.dataset.close;
    close.addEventListener('click', () => dialog.close());
    dialog.append(close);
    page.body.append(dialog);
    serveChoice(dialog);
    dialog.showModal();
  };

  const when = (does) => (event) => {
    if (isTyping(event) || !chosen() || page.querySelector('dialog[open]')) return;
    event.preventDefault();
    does();
  };

  // Each line of a list by the first thing in it that can be pressed; Tab goes on from there.
  const LINES = '[data-lines] > li, .desk-table tbody > tr, .desk-hits > li, .desk-rows > li';
  const along = (step) => () => {
    const lines = [...page.querySelectorAll(LINES)].filter((line) => line.querySelector('a, button'));
    const at = lines.findIndex((line) => line.contains(page.activeElement));
    const next = at >= 0 ? lines[at + step] : lines.at(step > 0 ? 0 : -1);
    if (next) next.querySelector('a, button').focus();
  };
  const bindings = {
    n: when(along(1)),
    f: when(along(-1)),
    'Shift+?': when(showHelp),
    '?': when(showHelp),
    '/': when(() => page.getElementById('desk-q').focus()),
    'Shift+/': when(() => page.getElementById('desk-q').focus()),
  };
  const { jumps } = page.querySelector('[data-keys-help]').dataset;
  for (const { key, href } of JSON.parse(jumps)) bindings[`g ${key}`] = when(() => location.assign(href));
  tinykeys.tinykeys(window, bindings);
})();
