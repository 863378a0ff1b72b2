import { loadRulebook } from './load.js';
import { Shelf } from './shelf.js';
import hotline from './data/OV-HOTLINE.json' with { type: 'json' };
import luoyang from './data/OV-LUOYANG.json' with { type: 'json' };
import shandong from './data/OV-SHANDONG.json' with { type: 'json' };
import shanghai from './data/OV-SHANGHAI.json' with { type: 'json' };
import zhengzhou from './data/OV-ZHENGZHOU.json' with { type: 'json' };
import rules1997 from './data/RB-1997.json' with { type: 'json' };
import measures2010 from './data/RB-2010.json' with { type: 'json' };
import measures2026 from './data/RB-2026.json' with { type: 'json' };
import manual from './data/RB-MANUAL.json' with { type: 'json' };

/** The rulebooks of the product: the manual, the law of three times, four local rules, and the calls of a hotline. */
export const SHIPPED = new Shelf(
  [manual, rules1997, measures2010, measures2026, shandong, shanghai, luoyang, zhengzhou, hotline].map(
    loadRulebook,
  ),
);
