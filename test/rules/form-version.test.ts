/** The form that a report must use, and the document that prescribed it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyze } from '../../server/src/report/analyze.ts';
import { fixed, onlyFinding } from '../unit/support/edits.ts';
import { changed, rulesIn, sound } from '../unit/support/report.ts';

const FEES = '（二）其他事项。我办没有其他需要报告的事项。';

describe('form-version', () => {
  it('takes the right number with its own title', () => {
    assert.ok(sound.includes('〔2021〕30号'));
    assert.deepEqual(rulesIn(sound), []);
  });

  for (const brackets of ['[2021]', '（2021）', '【2021】', '﹝2021﹞', ' 〔 2021 〕 ']) {
    it(`takes brackets written ${brackets}`, () => {
      const isOther = (rule: string): boolean => rule !== 'punctuation';
      assert.deepEqual(rulesIn(changed(['〔2021〕', brackets])).filter(isOther), []);
    });
  }

  it('tells a number that belongs to another title', () => {
    const finding = onlyFinding(changed(['〔2021〕30号', '〔2019〕60号']), 'form-version');
    assert.equal(finding.severity, 'warning');
    assert.equal(String(finding.message.args.expected).includes('30'), true);
  });

  it('tells the document of the form before, where the one in force is not cited', () => {
    const old = sound.replace(
      /《国务院办公厅政府信息与政务公开办公室关于印发〈.*?〉的通知》（国办公开办函〔2021〕30号）/,
      '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）',
    );
    const { message } = onlyFinding(old, 'form-version');
    assert.deepEqual(message.args, {
      year: 2025,
      found: '国办公开办函〔2019〕60号',
      expected: '国办公开办函〔2021〕30号',
    });
    assert.deepEqual(rulesIn(old.replace('所列数据的', '格式依照国办公开办函〔2021〕30号，所列数据的')), []);
  });

  it('leaves other documents alone', () => {
    assert.deepEqual(rulesIn(changed([FEES, '（二）其他事项。依照国办公开办函〔2020〕77号办理。'])), []);
  });

  it('leaves a report without a citation alone', () => {
    assert.deepEqual(rulesIn(sound.replace(/（?国办公开办函〔2021〕30号）?/, '')), []);
  });

  it('tells the form of 2021 in a report for 2020', () => {
    const text = sound.replaceAll('2025', '2020');
    assert.deepEqual(rulesIn(text), ['form-version']);
    assert.equal(analyze(text).form.id, '2021');
  });

  it('takes the form of 2021 in reports for 2021 and later', () => {
    for (const year of ['2021', '2022', '2030']) {
      assert.deepEqual(rulesIn(sound.replaceAll('2025', year)), [], year);
    }
  });

  const slips = [
    '国办公开办函〔2021〕年30号',
    '国办公开办函〔2021〕第30号',
    '国办公开办函〔2021〕30',
    '国办公开办函〔2021年〕30号',
    '国办公开办函2021〕30号',
    '国办公开办函〔2021〕3O号',
    '国办公开办函〔2012〕30号',
    '国办公开办函〔2021〕39号',
    '国办公开函〔2021〕30号',
  ];
  for (const slip of slips) {
    it(`tells a slip in the number, and puts it right: ${slip}`, () => {
      const text = changed(['国办公开办函〔2021〕30号', slip]);
      assert.deepEqual(rulesIn(text), ['form-version']);
      assert.equal(fixed(text, 'form-version'), sound);
    });
  }

  it('leaves the number of another document behind the right one alone', () => {
    const other = '国办公开办函〔2021〕30号）和有关要求（国办公开办函〔2021〕22号';
    assert.deepEqual(rulesIn(changed(['国办公开办函〔2021〕30号', other])), []);
  });
});
