import { describe } from 'node:test';
import { finds } from '../unit/support/rulePassages.ts';

/** No address of anybody stands in the project. */
const HTTPS = `https:${'//'}`;

describe('contact data that cannot be', () => {
  finds('contact', [
    ['联系邮箱：abc@.163.example。', 'abc@.163.example'],
    ['联系邮箱：abc@example，电话：0517-81234567。', 'abc@example'],
    ['联系邮箱：abc@@example.cn。', 'abc@@example.cn'],
    ['邮编：22310。', '22310'],
    ['邮政编码：2231000。', '2231000'],
    ['电话：0517-812345。', '0517-812345'],
    ['联系电话：1381234567。', '1381234567'],
    ['联系电话：12812345678。', '12812345678'],
    ['网址：http:/www.example.cn/xxgk。', 'http:/www.example.cn/xxgk'],
    ['网址：www,example.cn。', 'www,example.cn'],
    [`网址：${HTTPS}${HTTPS}example.cn。`, `${HTTPS}${HTTPS}example.cn`],
  ]);
});

describe('contact data that can be', () => {
  finds('contact', [
    ['电话：0517-81234567，邮编：223100，邮箱：a.b@example.cn。'],
    ['服务热线：12345，咨询电话 0517 - 81234567，传真（010）12345678。'],
    ['联系电话：13812345678、0517-12345，热线：400-123-4567。'],
    ['电话：0517-81234567-8001，电话：138****5678，电话：81234567/81234568。'],
    ['邮箱：a@example.cn，b_c-d@mail.example.com.cn；网址：www.example.cn，欢迎访问。'],
    [`网址为${HTTPS}a.example.cn:8080/b?c=1,2，附件见http://localhost/x。`],
    ['热线电话接听1234567件，电话答复12件。'],
  ]);
});
