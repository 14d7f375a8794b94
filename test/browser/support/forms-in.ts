/** A form of a page as a browser would send it: hidden fields, what is chosen, and its first button. */
export interface FoundForm {
  action: string;
  fields: { name: string; value: string }[];
}

/** The forms that change something, without the one that signs out. For our own markup: no other HTML is read here. */
export function formsIn(html: string, path: string): FoundForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)]
    .filter(([, attributes]) => /method="post"/.test(attributes!) && !/\/log-ud/.test(attributes!))
    .map(([, attributes, inside]) => {
      const action = attribute(attributes!, 'action') || path;
      return { action, fields: [...fieldsIn(inside!), ...firstButton(inside!)] };
    });
}

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function fieldsIn(html: string): FoundForm['fields'] {
  const inputs = [...html.matchAll(/<input\b([^>]*)>/g)].flatMap(([, tag]) => {
    const isChoice = /type="(?:radio|checkbox)"/.test(tag!);
    return isChoice && !/\bchecked\b/.test(tag!) ? [] : [tag!];
  });
  const areas = [...html.matchAll(/<textarea\b([^>]*)>/g)].map(([, tag]) => tag!);
  const plain = [...inputs, ...areas].map((tag) => ({
    name: attribute(tag, 'name'),
    value: attribute(tag, 'value'),
  }));
  const selects = [...html.matchAll(/<select\b([^>]*)>([^]*?)<\/select>/g)].map(([, tag, options]) => ({
    name: attribute(tag!, 'name'),
    value: attribute(/<option\b[^>]*\bselected\b[^>]*>/.exec(options!)?.[0] ?? options!, 'value'),
  }));
  return [...plain, ...selects].filter(({ name }) => name !== '');
}

function firstButton(html: string): FoundForm['fields'] {
  const [, tag = ''] = /<button\b([^>]*)>/.exec(html) ?? [];
  const name = attribute(tag, 'name');
  return name === '' ? [] : [{ name, value: attribute(tag, 'value') }];
}
