// While a plan is made: says so, and for how long it has been at it.
(() => {
  const form = document.querySelector('[data-plan]');
  if (!form) return;
  const status = form.querySelector('[data-plan-status]');
  const seconds = form.querySelector('[data-plan-seconds]');
  let timer;
  form.addEventListener('submit', () => {
    const began = Date.now();
    status.hidden = false;
    clearInterval(timer);
    timer = setInterval(() => {
      seconds.textContent = `${Math.round((Date.now() - began) / 1000)} ${form.dataset.seconds}`;
    }, 1000);
  });
  addEventListener('pageshow', () => {
    clearInterval(timer);
    status.hidden = true;
  });
})();
