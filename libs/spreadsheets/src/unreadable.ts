import { DomainError } from '#domain';

type Reason =
  | 'import.file-unreadable'
  | 'import.file-type'
  | 'import.file-too-large'
  | 'import.file-empty'
  | 'import.too-many-rows'
  | 'import.too-many-columns';

/** Why a file is no table, in words that name nothing of what stood in it. */
export const unreadable = (code: Reason): DomainError => new DomainError(code);
