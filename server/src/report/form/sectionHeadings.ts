/** Headings as the form prints them. */

import { formatChineseOrdinal } from '../text/chineseNumerals.ts';
import type { SectionForm, TopicForm } from './formModel.ts';

/** 一、总体情况 */
export function sectionHeading({ ordinal, title }: SectionForm): string {
  return `${formatChineseOrdinal(ordinal)}、${title}`;
}

/** （一）主动公开 */
export function topicHeading({ ordinal, title }: TopicForm): string {
  return `（${formatChineseOrdinal(ordinal)}）${title}`;
}
