import { describe } from 'node:test';
import { finds } from '../unit/support/rulePassages.ts';

describe('a mark without a partner', () => {
  finds('unpaired-mark', [
    ['依据《条例规定公开信息。', '《'],
    ['主动公开（含网站和公众号信息。', '（', '主动公开（含网站和公众号信息）。'],
    ['依据条例》规定公开信息。', '》'],
    ['坚持“公开为常态原则。', '“'],
    ['公开指南）已更新。', '）'],
    ['依据《条例（以下简称条例》）公开。', '》'],
    ['公开（含《条例》。', '（'],
  ]);
});

describe('marks in pairs', () => {
  finds('unpaired-mark', [
    ['依据《〈条例〉实施办法》公开信息（含“两微一端”）。'],
    ['1）优化栏目；2）更新指南；一）公开。'],
    ['公开年报(含附件）。'],
    ['依据《条例》（以下简称《条例》）和《关于印发《格式》的通知》公开。'],
  ]);
});
