/**
 * Words, Danish and English, for what may never decide who is proposed for a job (matching.md, R45, R46). A name of a
 * column or of a field is compared word by word: `language` is not an age.
 */
const words = [
  /^(alder|foedsel|foedt|fodselsdato|foedselsdag|age|birth|birthday|birthdate|born|dob)$/,
  /^(koen|kon|gender|sex|male|female|pronoun|pronouns)$/,
  /^(herkomst|oprindelse|etnisk|etnicitet|nationalitet|statsborger|statsborgerskab|landekode)$/,
  /^(origin|ethnic|ethnicity|nationality|national|citizenship|country|race|immigrant|refugee)$/,
  /^(religion|religious|tro|faith|trossamfund|church|politics|political|union|fagforening)$/,
  /^(diagnose|diagnoser|sygdom|syg|helbred|handicap|misbrug|medicin|graviditet)$/,
  /^(diagnosis|diagnoses|illness|disease|sick|sickness|health|disability|medical|medication|addiction|pregnant)$/,
  /^(fravaer|udeblivelse|udeblev|udeblevet|absence|absences|absent|missed|attendance|unconfirmed|late)$/,
  /^(show|shows|noshow|noshows|sanction|sanctions|sanktion|sanktioner)$/,
  /^(ydelse|ydelser|benefit|benefits|kontanthjaelp|sats|welfare|income|wealth|debt|gaeld)$/,
  /^(cpr|civil|aegteskab|married|marital|spouse|children|boern|crime|criminal|straffe)$/,
];

/** camelCase and snake_case alike, in lower case: `noShowCount` is no, show, count. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-zæøå]+/)
    .map((word) => word.replace('æ', 'ae').replace('ø', 'oe').replace('å', 'aa'))
    .filter((word) => word !== '');

export const mayNeverDecide = (name: string): boolean =>
  wordsOf(name).some((word) => words.some((pattern) => pattern.test(word)));
