import styles from './settings.module.css'

export function Steps({ names, at }: { names: string[]; at: number }) {
  return (
    <ol className={styles.progress}>
      {names.map((name, index) => (
        <li
          key={name}
          data-state={index < at ? 'done' : index === at ? 'now' : 'next'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span aria-hidden="true">{index < at ? '✓' : index + 1}</span>
          {name}
        </li>
      ))}
    </ol>
  )
}
