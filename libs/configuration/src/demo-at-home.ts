import { ValidateBy } from 'class-validator';

const LOOPBACK = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

interface Installation {
  NODE_ENV: string;
  PUBLIC_URL: unknown;
}

/** A demo lets everybody in with a click: only where nobody but this machine comes. */
export const OnlyAtHome = (): PropertyDecorator =>
  ValidateBy({
    name: 'onlyAtHome',
    validator: {
      validate: (value, about) => {
        const { NODE_ENV, PUBLIC_URL } = about!.object as Installation;
        return value !== 'on' || (NODE_ENV !== 'production' && LOOPBACK.test(String(PUBLIC_URL)));
      },
      defaultMessage: () =>
        'must be off in production and where PUBLIC_URL is not of this machine, as http://127.0.0.1:3000',
    },
  });
