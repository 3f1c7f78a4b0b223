import { useTranslation } from 'react-i18next'
import { quantityWords } from './requests-words.ts'

export function useQuantity(): (value: number, unit: string) => string {
  const { t } = useTranslation()
  return (value, unit) => quantityWords(value, unit, (name) => t(`requests.unit.${name}`))
}
