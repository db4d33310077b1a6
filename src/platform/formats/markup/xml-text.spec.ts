import { describe, expect, it } from '@jest/globals';
import { readXmlRecords, type XmlElement } from './xml-records.ts';
import { xmlComment, xmlText } from './xml-text.ts';

async function read(content: string): Promise<XmlElement[]> {
  const elements: XmlElement[] = [];
  const input = async function* () {
    yield Buffer.from(content);
  };
  for await (const element of readXmlRecords(input(), ['Opening'])) elements.push(element);
  return elements;
}

describe('an element written again', () => {
  it.each([
    ['namespaces under prefixes', '<h:Opening xmlns:h="urn:h" xmlns:o="urn:o"><o:City>Fès</o:City><h:Id a="1"/></h:Opening>'],
    ['none inside one', '<Opening xmlns="urn:h"><Id xmlns="">7</Id></Opening>'],
    ['HTML in CDATA', '<Opening><Text><![CDATA[<p>Q&amp;A "x" ]]>]]&gt;</Text></Opening>'],
    ['attributes with marks', '<Opening a="&lt;&quot;&amp;\'&gt;">&#13;</Opening>'],
  ])('is read as the same: %s', async (_what, content) => {
    const [first] = await read(content);
    if (!first) throw new Error('Nothing was read.');
    expect(await read(`<Failed>${xmlText(first)}</Failed>`)).toEqual(await read(content));
  }); // prettier-ignore

  it('may have comments beside it, which never end too early', async () => {
    const remark = xmlComment('1--2 --> <Opening/> -');
    expect(await read(`<Failed>${remark}<Opening>x</Opening></Failed>`)).toHaveLength(1);
  });
});
