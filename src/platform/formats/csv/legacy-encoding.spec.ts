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
    ['Polish Windows', '4e617a7769736b6f3b496d69ea3b4d69656a73636f776f9ce60a5761b3ea73613ba3756b61737a3b476461f1736b0aaff3b3746f77736b693b50617765b33ba3f3649f0a5769ea636b6f77736b613b4d61b3676f727a6174613b506f7a6e61f10a', 'Nazwisko;Imię;Miejscowość\nWałęsa;Łukasz;Gdańsk\nŻółtowski;Paweł;Łódź\nWięckowska;Małgorzata;Poznań\n'],
    ['Czech Windows', '50f8ed6a6d656eed3b4a6de96e6f3b4f6265630a44766ff8e16b3b4a69f8ed3b506c7a65f20a52f99e69e86b613b546f6de19a3b44ece8ed6e0a4b75e865726f76e13b5a6465f26b613b42726e6f0a', 'Příjmení;Jméno;Obec\nDvořák;Jiří;Plzeň\nRůžička;Tomáš;Děčín\nKučerová;Zdeňka;Brno\n'],
    ['Slovak Windows', '507269657a7669736b6f3b4d656e6f3b4f6265630a4b6f76e1e83bbc75626f6ded723b8e696c696e610a486f7276e174686f76e13b4de17269613b4b6f9a6963650a', 'Priezvisko;Meno;Obec\nKováč;Ľubomír;Žilina\nHorváthová;Mária;Košice\n'],
    ['Hungarian Windows', '4ee9763b4c616bf368656c793b537a616b6d610a457264f573204ce1737a6cf33b4779f5723b68656765737a74f50a537afb637320c1676e65733b50e963733be1706f6cf36ef50a', 'Név;Lakóhely;Szakma\nErdős László;Győr;hegesztő\nSzűcs Ágnes;Pécs;ápolónő\n'],
    ['Romanian Windows', '4e756d653b5072656e756d653b4f7261ba0a42e37262756c657363753baa746566616e3b50697465ba74690ade69726961633b496f616e613b54696d69ba6f6172610a', 'Nume;Prenume;Oraş\nBărbulescu;Ştefan;Piteşti\nŢiriac;Ioana;Timişoara\n'],
    ['Romanian Windows without cedillas', '4e756d653b5072656e756d650a42e37262756c657363753b43e374e36c696e610a4976e36e657363753b4d696861690a', 'Nume;Prenume\nBărbulescu;Cătălina\nIvănescu;Mihai\n'],
    ['Bosnian Windows', '5072657a696d653b496d653b477261640a4861649e69e63bd06f72f0653b8e6976696e6963650a4b6f7661e8657669e63b8a656a6c613b42696861e60a', 'Prezime;Ime;Grad\nHadžić;Đorđe;Živinice\nKovačević;Šejla;Bihać\n'],
    ['Turkish Windows', '536f796164fd3b4164fd3bde656869720a59fd6c6d617a3bdefc6b72fc3bdd7374616e62756c0ad67a74fc726b3bc761f072fd3b45736b69fe656869720a', 'Soyadı;Adı;Şehir\nYılmaz;Şükrü;İstanbul\nÖztürk;Çağrı;Eskişehir\n'],
    ['Turkish Windows without c and s', '536f796164fd3b4164fd0a59fd6c64fd7a3b49fefd6c0a4b6179613b417968616e0a', 'Soyadı;Adı\nYıldız;Işıl\nKaya;Ayhan\n'],
    ['Russian Windows', 'd4e0ece8ebe8ff3bc8ecff3bc3eef0eee40ac8e2e0edeee23bcfb8f2f03bcae8f8e8edb8e20ad1ece8f0edeee2e03bc0edede03bd2e8f0e0f1efeeebfc0a', 'Фамилия;Имя;Город\nИванов;Пётр;Кишинёв\nСмирнова;Анна;Тирасполь\n'],
    ['Ukrainian Windows', 'cff0b3e7e2e8f9e53bb2ec92ff3bccb3f1f2ee0ad8e5e2f7e5edeaee3bceebe5ede03bcae8bfe20ac3eeedf7e0f03bdef0b3e93bcbfce2b3e20a', 'Прізвище;Ім’я;Місто\nШевченко;Олена;Київ\nГончар;Юрій;Львів\n'],
    ['capitals of Ukrainian Windows', 'd8c5c2d7c5cdcace3bcecbc5cdc03bcac8afc20ac3cecdd7c0d03bded0b2c93bcbdcc2b2c20a', 'ШЕВЧЕНКО;ОЛЕНА;КИЇВ\nГОНЧАР;ЮРІЙ;ЛЬВІВ\n'],
    ['Portuguese Windows', '4170656c69646f3b4e6f6d653b5061ed730a4775696d6172e365733b4a6fe36f3b53e36f20546f6de90a53696df565733b436f6e636569e7e36f3b4361626f2056657264650a4d6167616c68e365733b496eea733b4d6fe7616d62697175650a', 'Apelido;Nome;País\nGuimarães;João;São Tomé\nSimões;Conceição;Cabo Verde\nMagalhães;Inês;Moçambique\n'],
    ['Portuguese Windows with tildes only', '4e6f6d653b4369646164650a4a6fe36f2043616df565733b53e36f20566963656e74650a', 'Nome;Cidade\nJoão Camões;São Vicente\n'],
    ['Italian Windows', '436f676e6f6d653b4e6f6d653b43697474e00a466f726cec3b4e69636f6cf23b506572f90a5069f93b4e6fe83b436566616cf90a', 'Cognome;Nome;Città\nForlì;Nicolò;Perù\nPiù;Noè;Cefalù\n'],
    ['German Windows', '4e616d653b53747261df653b4f72740a4dfc6c6c65723b486175707473747261df653b4bf66c6e0a4772fc6e3b4bf66e696773616c6c65653b44fc7373656c646f72660a', 'Name;Straße;Ort\nMüller;Hauptstraße;Köln\nGrün;Königsallee;Düsseldorf\n'],
    ['French of the Maghreb with rare letters', '4e6f6d3b5072e96e6f6d3b4de9746965720a41ef7373616f75693b5461ef65623b6d61ee7472652064929c757672650a4c61e262693b4e6feb6c3b739c757220696e6669726d69e872650a4261ef613b416e61ef733b62fb636865726f6e0a42656e6fee743b5468e972e873653b706fe874650a', 'Nom;Prénom;Métier\nAïssaoui;Taïeb;maître d’œuvre\nLaâbi;Noël;sœur infirmière\nBaïa;Anaïs;bûcheron\nBenoît;Thérèse;poète\n'],
    ['Danish Windows', '4e61766e3b42790a53f872656e73656e3b4ee673747665640a426af8726e3bc5726875730a', 'Navn;By\nSørensen;Næstved\nBjørn;Århus\n'],
  ])('is read in the encoding in which its letters make sense: %s', async (_what, hex, text) => {
    expect(await read(Buffer.from(hex, 'hex'))).toBe(text);
  }); // prettier-ignore
});
