import type { TownKey } from './phones.js';

/** `line` is "Havnegade 12, 7100 Vejle". */
function company(
  key: string,
  name: string,
  industry: string,
  contact: string,
  line: string,
  [lat, lon]: readonly [number, number],
) {
  const [, street = '', postcode = '', town = ''] = /^(.+), (\d{4}) (.+)$/.exec(line) ?? [];
  return {
    key,
    name: `${name} (demo)`,
    industry,
    contact,
    address: { street, postcode, town },
    position: { lat, lon },
  };
}

export const companyPlans: Record<TownKey, ReturnType<typeof company>[]> = {
  vejle: [
    company(
      'frugt',
      'Frugtlageret',
      'Engroshandel med frugt',
      'Ali Demir',
      'Havnegade 12, 7100 Vejle',
      [55.7051, 9.5502],
    ),
    company(
      'byg',
      'Grejsdal Entreprise',
      'Byggeri',
      'Karsten Bro',
      'Grejsdalsvej 210, 7100 Vejle',
      [55.7335, 9.5205],
    ),
    company(
      'bolig',
      'Boligforeningen Nørreparken',
      'Almene boliger',
      'Hanne Friis',
      'Nørremarksvej 60, 7100 Vejle',
      [55.7268, 9.5255],
    ),
    company(
      'kantine',
      'Kantinehuset',
      'Kantinedrift',
      'Lone Dam',
      'Boulevarden 20, 7100 Vejle',
      [55.7062, 9.5338],
    ),
    company(
      'kontor',
      'Kontorhuset Spindegården',
      'Udlejning af kontorer',
      'Marie Toft',
      'Spindegårdsvej 3, 7100 Vejle',
      [55.7121, 9.5243],
    ),
    company(
      'pleje',
      'Plejehjemmet Skibetlund',
      'Plejehjem',
      'Jonna Riis',
      'Skibetvej 88, 7100 Vejle',
      [55.7022, 9.4705],
    ),
    company(
      'byggemarked',
      'Fjordens Byggemarked',
      'Byggemarked',
      'Søren Bøgh',
      'Bredballevej 41, 7120 Vejle Øst',
      [55.7222, 9.5871],
    ),
    company(
      'gartneri',
      'Gartneriet Sydbakken',
      'Gartneri',
      'Inger Hald',
      'Højenvej 15, 7100 Vejle',
      [55.6792, 9.5062],
    ),
    company(
      'hotel',
      'Hotel Fjordkig',
      'Hotel og restaurant',
      'Diana Petrov',
      'Kirketorvet 8, 7100 Vejle',
      [55.7089, 9.5362],
    ),
    company(
      'pakker',
      'Pakkecentralen Trekanten',
      'Post og pakker',
      'Brian Lind',
      'Centervej 30, 7100 Vejle',
      [55.6842, 9.5521],
    ),
    company(
      'brugs',
      'Jelling Købmand',
      'Dagligvarer',
      'Else Munk',
      'Gormsgade 10, 7300 Jelling',
      [55.7561, 9.4222],
    ),
    company(
      'rengoering',
      'Blank Service',
      'Rengøring',
      'Fatma Kaya',
      'Vestre Engvej 51, 7100 Vejle',
      [55.7041, 9.5201],
    ),
    company(
      'metal',
      'Børkop Metal',
      'Metalvarer',
      'Jens Kragh',
      'Industrivej 6, 7080 Børkop',
      [55.6431, 9.6412],
    ),
    company(
      'genbrug',
      'Genbrugsbutikken Broen',
      'Genbrug',
      'Ruth Dahl',
      'Vissingsgade 27, 7100 Vejle',
      [55.7107, 9.5312],
    ),
  ],
  samsoe: [
    company(
      'kartoffel',
      'Samsø Kartoffelpak',
      'Pakning af grønt',
      'Niels Kolby',
      'Langgade 40, 8305 Samsø',
      [55.8325, 10.5952],
    ),
    company('kro', 'Ballen Havnekro', 'Kro', 'Grethe Munk', 'Havnevej 4, 8305 Samsø', [55.8166, 10.6391]),
  ],
};
