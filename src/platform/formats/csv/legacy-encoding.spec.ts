import { describe, expect, it } from '@jest/globals';
import { readCsvRows } from './csv-rows.ts';

async function* bytes(content: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += 7) yield content.subarray(at, at + 7);
}

async function read(content: Buffer): Promise<string> {
  const lines: string[] = [];
  for await (const rows of readCsvRows(bytes(content), () => false))
    lines.push(...rows.map((cells) => `${cells.join(';')}\n`));
  return lines.join('');
}

describe('a table that is no Unicode', () => {
  // The bytes are those of the codecs of Python.
  it.each([
    ['French Windows', '4eb020646f73736965723b4e6f6d3b5072e96e6f6d3b56696c6c650a522d313b42656e61ef7373613b48e96ce86e653b42e96e69204d656c6c616c0a522d323b8c7576726172643b4672616ee76f69733b46e8730a522d333b4e9244696179653b4c9248f4706974616c3b43f474650a', 'N° dossier;Nom;Prénom;Ville\nR-1;Benaïssa;Hélène;Béni Mellal\nR-2;Œuvrard;François;Fès\nR-3;N’Diaye;L’Hôpital;Côte\n'],
    ['French Linux', '4eb020646f73736965723b4e6f6d3b5072e96e6f6d3b56696c6c650a522d313b42656e61ef7373613b48e96ce86e653b42e96e69204d656c6c616c0a522d323bbc7576726172643b4672616ee76f69733b46e8730a', 'N° dossier;Nom;Prénom;Ville\nR-1;Benaïssa;Hélène;Béni Mellal\nR-2;Œuvrard;François;Fès\n'],
    ['French Mac', '4ea120646f73736965723b4e6f6d3b50728e6e6f6d3b56696c6c650a522d313b42656e61957373613b488e6c8f6e653b428e6e69204d656c6c616c0a522d323bce7576726172643b4672616e8d6f69733b468f730a', 'N° dossier;Nom;Prénom;Ville\nR-1;Benaïssa;Hélène;Béni Mellal\nR-2;Œuvrard;François;Fès\n'],
    ['French MS-DOS', '4ef820646f73736965723b4e6f6d3b5072826e6f6d3b56696c6c650a522d313b42656e618b7373613b48826c8a6e653b42826e69204d656c6c616c0a522d323b4f457576726172643b4672616e876f69733b468a730a', 'N° dossier;Nom;Prénom;Ville\nR-1;Benaïssa;Hélène;Béni Mellal\nR-2;OEuvrard;François;Fès\n'],
    ['Spanish Windows', '4eba3b4170656c6c69646f733b4e6f6d6272653b5061ed730a452d313b4d75f16f7a3b4a6f73e9204d6172ed613b506572fa0a', 'Nº;Apellidos;Nombre;País\nE-1;Muñoz;José María;Perú\n'],
    ['Spanish Mac', '4ebc3b4170656c6c69646f733b4e6f6d6272653b506192730a452d313b4d75966f7a3b4a6f738e204d617292613b5065729c0a', 'Nº;Apellidos;Nombre;País\nE-1;Muñoz;José María;Perú\n'],
    ['Spanish MS-DOS', '4ea73b4170656c6c69646f733b4e6f6d6272653b5061a1730a452d313b4d75a46f7a3b4a6f7382204d6172a1613b506572a30a', 'Nº;Apellidos;Nombre;País\nE-1;Muñoz;José María;Perú\n'],
    ['names with one accent, Mac', '4170656c6c69646f733b4e6f6d6272653b4e6163696f6e616c696461640a4761726392613b4d617292613b5065729c0a', 'Apellidos;Nombre;Nacionalidad\nGarcía;María;Perú\n'],
    ['Arabic Windows', 'c7e1e3d1ccda3bc7e1e4d3c83bc7e1c7d3e33bc7e1e3cfede4c90a522d313bc7e1dae1e3ed3be5e4cf3bddc7d30a522d323bc8e420dbd2c7e1c93bdac8cf20c7e1d1cde3c7e43bd3e1c70a', 'المرجع;النسب;الاسم;المدينة\nR-1;العلمي;هند;فاس\nR-2;بن غزالة;عبد الرحمان;سلا\n'],
    ['Arabic Unix', 'c7e4e5d1ccd93bc7e4e6d3c83bc7e4c7d3e53bc7e4e5cfeae6c90a522d313bc7e4d9e4e5ea3be7e6cf3be1c7d30a522d323bc8e620dad2c7e4c93bd9c8cf20c7e4d1cde5c7e63bd3e4c70a', 'المرجع;النسب;الاسم;المدينة\nR-1;العلمي;هند;فاس\nR-2;بن غزالة;عبد الرحمان;سلا\n'],
    ['Arabic MS-DOS', '9fe9eaa9a4e33b9fe9ebaba03b9fe99fabea3b9fe9eaa7efeba10a522d313b9fe9e3e9eaef3beceba73be59fab0a522d323ba0eb20e4aa9fe9a13be3a0a7209fe9a9a5ea9feb3babe99f0a', 'المرجع;النسب;الاسم;المدينة\nR-1;العلمي;هند;فاس\nR-2;بن غزالة;عبد الرحمان;سلا\n'],
    ['Arabic under French headers, Windows', '52e9663b4e6f6d3b5072e96e6f6d0a522d313bc7e1dae1e3ed3be5e4cf0a', 'Réf;Nom;Prénom\nR-1;العلمي;هند\n'],
    ['Arabic under French headers, MS-DOS', '5282663b4e6f6d3b5072826e6f6d0a522d313b9fe9e3e9eaef3beceba70a', 'Réf;Nom;Prénom\nR-1;العلمي;هند\n'],
  ])('is read in the encoding in which its letters make sense: %s', async (_what, hex, text) => {
    expect(await read(Buffer.from(hex, 'hex'))).toBe(text);
  }); // prettier-ignore
});
