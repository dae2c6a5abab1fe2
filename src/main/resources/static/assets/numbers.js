/*
 * Questions that are answered with a number or on a slider. Where scripts do not run a number is written, and the server says
 * what is none. It stands on forms with such questions alone. app.js says when a form is ready, and lends it what both need.
 *
 *   input[data-number][data-max][data-step]   where a number is written, from data-number on
 *   [data-wrong][hidden]                      says which numbers there are; shown where something else is written
 *   [data-slider][hidden]                     shown in place of the field; holds the slider, which has no name and is never sent itself
 *   [data-chosen][hidden]                     says below it what is chosen, or data-none; holds button[data-take-back]
 */
addEventListener('numbers', (event) => {
  'use strict';

  const form = event.target;
  const { asideIn, fieldIn, isSetAside, numberIn, showTheQuestion } = event.detail;

  const write = (field, text) => {
    field.value = text;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };

  const sayIfWrong = (item) => {
    const field = fieldIn(item);
    const isWrong = field.value.trim() !== '' && numberIn(field) === null;
    field.ariaInvalid = isWrong ? 'true' : null;
    item.querySelector('[data-wrong]')?.toggleAttribute('hidden', !isWrong);
  };

  /* A number and "Prefer not to say" take each other's place. */
  const settle = (item, changed) => {
    const field = fieldIn(item);
    if (isSetAside(changed) && changed.checked) {
      field.value = '';
    } else if (field.value.trim() !== '') {
      asideIn(item).checked = false;
    }
    sayIfWrong(item);
  };

  /* The slider stands for the field, and until it is touched for no answer. What is written there by mistake is shown as it is. */
  const showSlider = (item) => {
    const field = fieldIn(item);
    const slider = item.querySelector('[data-slider] input');
    if (!slider) {
      return;
    }
    const number = numberIn(field);
    const isShown = number !== null || field.value.trim() === '';
    slider.parentElement.hidden = !isShown;
    item.querySelector('[data-chosen]').hidden = !isShown;
    field.parentElement.hidden = isShown;
    const [words, takeBack] = item.querySelector('[data-chosen]').children;
    slider.value = number ?? slider.defaultValue;
    slider.classList.toggle('untouched', number === null);
    words.textContent = number?.replace('-', '\u2212') ?? words.dataset.none;
    slider.setAttribute('aria-valuetext', words.textContent);
    takeBack.hidden = number === null;
  };

  const goesOnAfter = (item) => {
    const inView = [...form.querySelectorAll('fieldset.item')].filter((each) => each.checkVisibility());
    const next = inView[inView.indexOf(item) + 1];
    if (next) {
      showTheQuestion(next);
    }
  };

  /* Before app.js hears of it, which keeps and counts what is settled. */
  form.addEventListener('change', ({ target: input }) => {
    const item = input.closest('fieldset.item');
    if (item && fieldIn(item) && input.type !== 'range') {
      settle(item, input);
      showSlider(item);
    }
  }, { capture: true });

  for (const item of [...form.querySelectorAll('fieldset.item')].filter(fieldIn)) {
    const field = fieldIn(item);
    const slider = item.querySelector('[data-slider] input');
    const take = () => write(field, slider.value);
    slider?.addEventListener('input', take);
    /* Where it stands already. */
    slider?.addEventListener('click', take);
    item.querySelector('[data-take-back]')?.addEventListener('click', () => {
      write(field, '');
      slider.focus();
    });
    for (const input of [field, slider].filter(Boolean)) {
      input.addEventListener('keydown', (press) => {
        if (press.key === 'Enter' || (press.key === ' ' && input === slider)) {
          /* The form is not to be sent by accident. */
          press.preventDefault();
          write(field, input.value);
          if (input === field && numberIn(field) !== null) {
            goesOnAfter(item);
          }
        }
      });
    }
    if (!item.matches('.unanswered')) {
      sayIfWrong(item);
    }
    showSlider(item);
  }
});
