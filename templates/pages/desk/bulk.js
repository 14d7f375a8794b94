// Counts the seconds down in which everything can be taken back. The server decides; this only shows.
(() => {
  // As an attribute: the text stays as the server wrote it, and is not taken for something new.
  const show = () => {
    for (const place of document.querySelectorAll('[data-count-to]'))
      place.dataset.left = Math.max(0, Math.ceil((place.dataset.countTo - Date.now()) / 1000));
  };
  if (!document.querySelector('[data-count-to]')) return;
  show();
  setInterval(show, 1000);
})();
